// How fast the parts of a run are, on the reports of a file: TIEOUT_BENCH_FILE, one a line. Rates
// are reports a second; `checks` counts the 34 checks of checks.tie.
#include "check/evaluator.hpp"
#include "check/sieve.hpp"
#include "language/compile.hpp"
#include "report/column_reader.hpp"
#include "report/reading.hpp"
#include "shipped_schemas.hpp"

#include <benchmark/benchmark.h>
#include <simdjson.h>
#include <nlohmann/json.hpp>

#include <algorithm>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

using namespace tieout;

namespace {

// Reports of a megabyte: what a batch has beside its columns counts for little.
constexpr std::size_t block = 770;
constexpr double checks_a_report = 34;

const std::vector<std::string>& lines() {
  static const auto all = [] {
    const char* const path = std::getenv("TIEOUT_BENCH_FILE");
    std::ifstream in(path == nullptr ? "" : path);
    std::vector<std::string> read;
    for (std::string line; std::getline(in, line);) {
      read.push_back(line + std::string(report::line_padding, '\0'));
    }
    return read;
  }();
  return all;
}

std::string_view line(std::size_t index) {
  const std::string& padded = lines()[index];
  return std::string_view(padded).substr(0, padded.size() - report::line_padding);
}

language::Program program_of(const std::string& path) {
  return language::compile({path}, department_spending(), units(), {}).program;
}

const language::Program& program() {
  static const auto compiled = program_of(TIEOUT_ROOT "/tests/bench/checks.tie");
  return compiled;
}

void count(benchmark::State& state, std::size_t reports) {
  const auto all = static_cast<double>(state.iterations()) * static_cast<double>(reports);
  state.counters["reports"] = benchmark::Counter(all, benchmark::Counter::kIsRate);
  state.counters["checks"] = benchmark::Counter(all * checks_a_report, benchmark::Counter::kIsRate);
}

/// What a JSON library does with the lines, and nothing else.
void parse_only(benchmark::State& state) {
  simdjson::dom::parser parser;
  for ([[maybe_unused]] auto _ : state) {
    for (std::size_t i = 0; i < lines().size(); ++i) {
      benchmark::DoNotOptimize(parser.parse(line(i).data(), line(i).size(), false).error());
    }
  }
  count(state, lines().size());
}

void read_columns(benchmark::State& state) {
  report::ColumnReader reader(department_spending(), units());
  for ([[maybe_unused]] auto _ : state) {
    for (std::size_t i = 0; i < lines().size(); ++i) {
      benchmark::DoNotOptimize(reader.add(line(i)));
      if (i % block == block - 1) reader.clear();
    }
    reader.clear();
  }
  count(state, lines().size());
}

/// The checks alone, over columns that are in memory.
void sieve(benchmark::State& state) {
  std::vector<std::unique_ptr<report::ColumnReader>> batches;
  for (std::size_t i = 0; i < lines().size(); ++i) {
    if (i % block == 0) {
      batches.push_back(std::make_unique<report::ColumnReader>(department_spending(), units()));
    }
    if (!batches.back()->add(line(i))) state.SkipWithError("a line is not taken");
  }
  if (batches.empty()) return;
  const check::Sieve sieve(program(), batches.front()->layout().measures());
  for ([[maybe_unused]] auto _ : state) {
    for (auto& batch : batches) {
      benchmark::DoNotOptimize(sieve.prove(batch->batch(), batch->keys()));
    }
  }
  count(state, lines().size());
}

/// The evaluator alone: what the sieve spares.
void evaluate(benchmark::State& state) {
  constexpr std::size_t some = 100;
  std::vector<report::Report> reports;
  for (std::size_t i = 0; i < std::min(some, lines().size()); ++i) {
    reports.push_back(report::read_json(source::Source("bench", std::string(line(i))),
                                        department_spending(), units(), {}, false));
  }
  for ([[maybe_unused]] auto _ : state) {
    for (const auto& report : reports) {
      benchmark::DoNotOptimize(check::evaluate(program(), report, nullptr, units()));
    }
  }
  count(state, reports.size());
}

void compile_rules(benchmark::State& state) {
  const auto path = (std::filesystem::temp_directory_path() / "tieout-bench.tie").string();
  std::ofstream out(path);
  out << "schema \"department-spending\"\n";
  for (std::int64_t i = 0; i < state.range(0); ++i) {
    out << "rule bench.r" << i << "\n  \"合计\"\n  over spending\n"
        << "  check total = basic + project + " << i << "万元\n";
  }
  out.close();
  for ([[maybe_unused]] auto _ : state) benchmark::DoNotOptimize(program_of(path));
  std::filesystem::remove(path);
  state.SetComplexityN(state.range(0));
}

}  // namespace

BENCHMARK(parse_only)->Unit(benchmark::kMillisecond);
BENCHMARK(read_columns)->Unit(benchmark::kMillisecond);
BENCHMARK(sieve)->Unit(benchmark::kMillisecond);
BENCHMARK(evaluate)->Unit(benchmark::kMillisecond);
BENCHMARK(compile_rules)
    ->Arg(100)
    ->Arg(1000)
    ->Arg(10000)
    ->Unit(benchmark::kMillisecond)
    ->Complexity();

BENCHMARK_MAIN();
