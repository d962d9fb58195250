// What a call that must fail says.
#pragma once

#include "source/message.hpp"

#include <doctest/doctest.h>

#include <functional>
#include <string>

/// The file and the sentence of the Failure that `call` throws: "file: sentence".
inline std::string failure_of(const std::function<void()>& call,
                              tieout::source::Language language = tieout::source::Language::en) {
  try {
    call();
  } catch (const tieout::source::Failure& failure) {
    const auto sentence = tieout::source::render(failure.message(), language);
    const auto file = failure.place().source_name();
    return file.empty() ? sentence : std::string(file) + ": " + sentence;
  }
  FAIL("nothing was thrown");
  return {};
}
