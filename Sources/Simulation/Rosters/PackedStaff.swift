import HybridWork

/// The staff packed 64 to a word, unit by unit, in population order.
struct PackedStaff {
  /// Up to 64 people of one unit.
  struct Block {
    /// The unit's place.
    let unit: Int
    /// The block's number within its unit, which is part of the key of its draws.
    let numberInUnit: UInt64
    /// The place of the person in lane 0.
    let firstPerson: Int
    /// Lanes that hold a person.
    let lanes: UInt64
    /// Which of ``servers`` stand in this block.
    let servers: Range<Int>
  }

  /// People of one block who serve the same services.
  struct Servers {
    /// A place among the pools.
    let pool: Int
    let lanes: UInt64
  }

  let blocks: [Block]
  /// The blocks of each unit.
  let unitBlocks: [Range<Int>]
  /// A number for each unit that depends on its name alone, to key its draws.
  let unitLabels: [UInt64]
  let unitSizes: [Int]
  let servers: [Servers]
  /// Who may serve what.
  let pools: StaffPools

  init(_ population: Population, services: [Service]) {
    let pools = StaffPools(population, services: services)
    let serviceColumn = population.categories(.service)

    var blocks: [Block] = []
    var unitBlocks: [Range<Int>] = []
    var servers: [Servers] = []
    for (unitIndex, unit) in population.units.enumerated() {
      let firstBlock = blocks.count
      for first in stride(from: unit.people.lowerBound, to: unit.people.upperBound, by: 64) {
        let people = first..<min(first + 64, unit.people.upperBound)
        var lanesOfPool: [(pool: Int, lanes: UInt64)] = []
        for person in people {
          let code = serviceColumn.codes[person]
          guard code != CategoryColumn.unknown, let pool = pools.poolOfLevel[Int(code)] else {
            continue
          }
          let bit = UInt64(1) << UInt64(person - first)
          if let known = lanesOfPool.firstIndex(where: { $0.pool == pool }) {
            lanesOfPool[known].lanes |= bit
          } else {
            lanesOfPool.append((pool, bit))
          }
        }
        let firstServers = servers.count
        servers += lanesOfPool.map { Servers(pool: $0.pool, lanes: $0.lanes) }
        blocks.append(
          Block(
            unit: unitIndex, numberInUnit: UInt64((first - unit.people.lowerBound) / 64),
            firstPerson: first,
            lanes: people.count == 64 ? .max : (1 << UInt64(people.count)) - 1,
            servers: firstServers..<servers.count))
      }
      unitBlocks.append(firstBlock..<blocks.count)
    }
    self.blocks = blocks
    self.unitBlocks = unitBlocks
    self.servers = servers
    self.pools = pools
    unitLabels = population.units.map { UnitLabel.of($0.name) }
    unitSizes = population.units.map(\.people.count)
  }

  /// People of each pool.
  var poolSizes: [Int] {
    var sizes = Array(repeating: 0, count: pools.pools.count)
    for servers in servers { sizes[servers.pool] += servers.lanes.nonzeroBitCount }
    return sizes
  }

  /// Packs one flag a person into one word a block.
  func packed(_ flag: (Int) -> Bool) -> [UInt64] {
    blocks.map { block in
      var word: UInt64 = 0
      var lanes = block.lanes
      while lanes != 0 {
        let lane = lanes.trailingZeroBitCount
        if flag(block.firstPerson + lane) { word |= 1 << UInt64(lane) }
        lanes &= lanes - 1
      }
      return word
    }
  }
}
