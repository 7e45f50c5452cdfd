import Dispatch
import Synchronization

/// Work that several threads share, task by task.
package enum SharedWork {
  /// The values of numbered tasks in the order of their numbers, whichever thread does which.
  ///
  /// Tasks may read the same things; none may change what another one touches.
  ///
  /// - Parameters:
  ///   - count: The number of tasks.
  ///   - threads: The most threads that share them.
  ///   - batch: How many tasks a thread takes at a time; more than one where tasks are tiny.
  ///   - task: Makes the value of a number.
  /// - Returns: A value for each number from 0.
  package static func map<Value>(
    count: Int, threads: Int, batch: Int = 1, _ task: (Int) -> Value
  ) -> [Value] {
    guard count > batch, threads > 1 else { return (0..<count).map(task) }
    return withoutActuallyEscaping(task) { task in
      Array(unsafeUninitializedCapacity: count) { places, initializedCount in
        // The compiler can't know what the tasks touch; see above.
        nonisolated(unsafe) let (values, task) = (places, task)
        let next = Atomic(0)
        DispatchQueue.concurrentPerform(iterations: min(threads, count)) { _ in
          while true {
            let first = next.wrappingAdd(batch, ordering: .relaxed).oldValue
            guard first < count else { return }
            for number in first..<min(first + batch, count) {
              values.initializeElement(at: number, to: task(number))
            }
          }
        }
        initializedCount = count
      }
    }
  }
}
