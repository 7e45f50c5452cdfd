/// The services going on, the next to end first: a binary heap.
struct BusyServers: Sendable {
  private struct Service {
    var end: Double
    var begun: Double
  }

  private var heap: ContiguousArray<Service> = []

  var count: Int { heap.count }

  /// When the next service ends; never without one.
  var nextEnd: Double { heap.isEmpty ? .infinity : heap[0].end }

  mutating func clear() { heap.removeAll(keepingCapacity: true) }

  mutating func add(begun: Double, end: Double) {
    heap.append(Service(end: end, begun: begun))
    rise(heap.count - 1)
  }

  /// Ends the next service.
  mutating func removeNext() {
    guard let last = heap.popLast(), !heap.isEmpty else { return }
    heap[0] = last
    sink(0)
  }

  /// Takes out the services begun longest ago until so many are left.
  ///
  /// Who leaves may not depend on when she would finish, or those left would be the slow ones.
  mutating func keep(_ count: Int) {
    guard heap.count > count else { return }
    let kept = heap.sorted { ($0.begun, $0.end) > ($1.begun, $1.end) }.prefix(count)
    heap.removeAll(keepingCapacity: true)
    for service in kept { add(begun: service.begun, end: service.end) }
  }

  private mutating func rise(_ start: Int) {
    var place = start
    let service = heap[place]
    while place > 0 {
      let parent = (place &- 1) >> 1
      guard heap[parent].end > service.end else { break }
      heap[place] = heap[parent]
      place = parent
    }
    heap[place] = service
  }

  private mutating func sink(_ start: Int) {
    var place = start
    let service = heap[place]
    let count = heap.count
    while true {
      var child = 2 &* place &+ 1
      guard child < count else { break }
      if child &+ 1 < count, heap[child &+ 1].end < heap[child].end { child &+= 1 }
      guard heap[child].end < service.end else { break }
      heap[place] = heap[child]
      place = child
    }
    heap[place] = service
  }
}
