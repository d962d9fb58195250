// Work done side by side, its results handed over one after the other in the order of the tasks.
#pragma once

#include <algorithm>
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

/// What the thread that hands tasks in does while others work at them.
enum class Caller {
  waits,  ///< tasks may take long, and the others shall never be without
  works,  ///< it takes a share: tasks are short, and as many threads as jobs are enough
};

/// With one job everything happens in the calling thread. Results are handed over there in any
/// case, and what work throws is thrown there, in its turn.
template <typename Task, typename Result>
class InOrder {
 public:
  using Work = std::function<Result(const Task&)>;

  /// `make_work` gives each thread its own.
  InOrder(std::size_t jobs, Caller caller, const std::function<Work()>& make_work,
          std::function<void(Result)> deliver)
      : deliver_(std::move(deliver)), window_(3 * jobs) {
    const std::size_t own = jobs <= 1 || caller == Caller::works ? 1 : 0;
    if (own > 0) own_ = make_work();
    for (std::size_t i = own; i < jobs; ++i) {
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
    if (threads_.empty()) return deliver_(own_(task));
    std::unique_lock lock(mutex_);
    Slot& slot = slots_.emplace_back();  // a deque keeps its elements where they are
    slot.task = std::move(task);
    if (own_ && waiting_ >= most_waiting * threads_.size()) {
      work_on(slot, own_, lock);
    } else {
      ++waiting_;
    }
    lock.unlock();
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
  /// Of the others, so that none is without while the calling thread works.
  static constexpr std::size_t most_waiting = 2;

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
    if (slots_.size() <= most && slots_.front().state != State::done) return false;
    while (slots_.front().state != State::done) {
      if (own_ && waiting_ > 0) {
        take_next(own_, lock);
      } else {
        changed_.wait(lock);
      }
    }
    Slot slot = std::move(slots_.front());
    slots_.pop_front();
    lock.unlock();
    if (slot.failure) std::rethrow_exception(slot.failure);
    deliver_(std::move(*slot.result));
    return true;
  }

  void run(const Work& work) {
    std::unique_lock lock(mutex_);
    while (true) {
      changed_.wait(lock, [this] { return over_ || waiting_ > 0; });
      if (over_) return;
      take_next(work, lock);
      changed_.notify_all();
    }
  }

  /// Works on the first task that waits; one does.
  void take_next(const Work& work, std::unique_lock<std::mutex>& lock) {
    Slot& slot = *std::ranges::find(slots_, State::waiting, &Slot::state);
    --waiting_;
    work_on(slot, work, lock);
  }

  /// Outside the lock.
  static void work_on(Slot& slot, const Work& work, std::unique_lock<std::mutex>& lock) {
    slot.state = State::taken;
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
  }

  std::function<void(Result)> deliver_;
  std::size_t window_;
  Work own_;  ///< of the calling thread; none if it waits
  std::mutex mutex_;
  std::condition_variable changed_;
  std::deque<Slot> slots_;
  std::size_t waiting_ = 0;  ///< of them
  bool over_ = false;
  std::vector<std::thread> threads_;
};

}  // namespace tieout::cli
