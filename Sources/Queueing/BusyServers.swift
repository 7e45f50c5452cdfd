/// The services going on, the next to end first.
///
/// A few are kept as they come and looked through: branches of a heap that no processor can foresee
/// cost more than reading all of them. Many are a binary heap.
struct BusyServers: Sendable {
  private struct Service {
    var end: Double
    var begun: Double
  }

  private var heap: ContiguousArray<Service> = []
  private let isHeap: Bool
  /// Up to so many servers are looked through.
  private static let few = 32

  /// When the next service ends; never without one.
  private(set) var nextEnd = Double.infinity

  /// No services, of at most so many servers.
  init(most servers: Int) { isHeap = servers > Self.few }

  var count: Int { heap.count }

  mutating func clear() {
    heap.removeAll(keepingCapacity: true)
    nextEnd = .infinity
  }

  mutating func add(begun: Double, end: Double) {
    heap.append(Service(end: end, begun: begun))
    if isHeap { rise(heap.count - 1) }
    nextEnd = min(nextEnd, end)
  }

  /// Ends the next service.
  mutating func removeNext() {
    guard isHeap else { return removeFirstOfFew() }
    guard let last = heap.popLast() else { return }
    if !heap.isEmpty {
      heap[0] = last
      sink(0)
    }
    nextEnd = heap.isEmpty ? .infinity : heap[0].end
  }

  private mutating func removeFirstOfFew() {
    guard let last = heap.last else { return }
    let ending = nextEnd
    var left = Double.infinity
    var place = 0
    var ties = 0
    heap.withUnsafeBufferPointer { services in
      for index in services.indices {
        let end = services[index].end
        let isFirst = end == ending
        place = isFirst ? index : place
        ties &+= isFirst ? 1 : 0
        left = isFirst || end > left ? left : end
      }
    }
    heap[place] = last
    heap.removeLast()
    nextEnd = ties > 1 ? ending : left
  }

  /// Takes out the services begun longest ago until so many are left.
  ///
  /// Who leaves may not depend on when she would finish, or those left would be the slow ones.
  mutating func keep(_ count: Int) {
    guard heap.count > count else { return }
    let kept = heap.sorted { ($0.begun, $0.end) > ($1.begun, $1.end) }.prefix(count)
    clear()
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
