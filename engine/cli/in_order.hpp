// Work done side by side, its results handed over one after the other in the order of the tasks.
#pragma once

#include <condition_variable>
#include <cstddef>
#include <deque>
#include <exception>
#include <functional>
#include <mutex>
#include <optional>
#include <thread>
#include <utility>
#include <vector>

namespace tieout::cli {

/// With one job everything happens in the calling thread. Results are handed over there in any
/// case, and what work throws is thrown there, in its turn.
template <typename Task, typename Result>
class InOrder {
 public:
  using Work = std::function<Result(const Task&)>;

  /// `make_work` gives each thread its own.
  InOrder(std::size_t jobs, const std::function<Work()>& make_work,
          std::function<void(Result)> deliver)
      : deliver_(std::move(deliver)), window_(3 * jobs) {
    if (jobs <= 1) {
      alone_ = make_work();
      return;
    }
    for (std::size_t i = 0; i < jobs; ++i) {
      threads_.emplace_back([this, work = make_work()] { run(work); });
    }
  }
  InOrder(const InOrder&) = delete;
  InOrder& operator=(const InOrder&) = delete;
  ~InOrder() {
    {
      const std::lock_guard lock(mutex_);
      over_ = true;
    }
    changed_.notify_all();
    for (auto& thread : threads_) thread.join();
  }

  /// Waits while too many results are outstanding, and hands over those that are next.
  void submit(Task task) {
    if (alone_) return deliver_(alone_(task));
    {
      const std::lock_guard lock(mutex_);
      slots_.push_back({std::move(task), {}, {}, State::waiting});
    }
    changed_.notify_all();
    while (hand_over(window_)) {
    }
  }

  /// Hands over all that is left.
  void finish() {
    while (hand_over(0)) {
    }
  }

 private:
  enum class State { waiting, taken, done };
  struct Slot {
    Task task;
    std::optional<Result> result;
    std::exception_ptr failure;
    State state = State::waiting;
  };

  /// Hands over the first result if it is there or more than `most` are outstanding.
  bool hand_over(std::size_t most) {
    std::unique_lock lock(mutex_);
    if (slots_.empty()) return false;
    if (slots_.size() > most) {
      changed_.wait(lock, [this] { return slots_.front().state == State::done; });
    } else if (slots_.front().state != State::done) {
      return false;
    }
    Slot slot = std::move(slots_.front());
    slots_.pop_front();
    ++handed_over_;
    lock.unlock();
    if (slot.failure) std::rethrow_exception(slot.failure);
    deliver_(std::move(*slot.result));
    return true;
  }

  Slot* next_waiting() {
    const auto done = next_ < handed_over_ ? 0 : next_ - handed_over_;
    return done < slots_.size() ? &slots_[done] : nullptr;
  }

  void run(const Work& work) {
    std::unique_lock lock(mutex_);
    while (true) {
      changed_.wait(lock, [this] { return over_ || next_waiting() != nullptr; });
      if (over_) return;
      Slot& slot = *next_waiting();  // a deque keeps its elements where they are
      slot.state = State::taken;
      ++next_;
      lock.unlock();
      std::optional<Result> result;
      std::exception_ptr failure;
      try {
        result = work(slot.task);
      } catch (...) {
        failure = std::current_exception();
      }
      slot.task = {};  // it may be large, and the result may wait for a while
      lock.lock();
      slot.result = std::move(result);
      slot.failure = failure;
      slot.state = State::done;
      changed_.notify_all();
    }
  }

  std::function<void(Result)> deliver_;
  std::size_t window_;
  Work alone_;
  std::mutex mutex_;
  std::condition_variable changed_;
  std::deque<Slot> slots_;
  std::size_t next_ = 0;         ///< tasks that were taken
  std::size_t handed_over_ = 0;  ///< results that are gone from the front
  bool over_ = false;
  std::vector<std::thread> threads_;
};

}  // namespace tieout::cli
