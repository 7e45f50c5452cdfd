extension StudyRun {
  /// Why parts of a run can't be joined.
  public enum ShardError: Error, Equatable {
    /// These parts are missing.
    case missing([Shard])
    /// A part is there twice, or belongs to another cut of the run.
    case notOfThisCut(Shard)
    /// A part holds something else than its worlds.
    case damaged(Shard)
  }

  /// Runs the worlds of one part.
  ///
  /// - Parameters:
  ///   - shard: Which part.
  ///   - threads: At least 1; the bytes do not depend on it.
  ///   - grid: Solved days at counters, as in ``run(threads:grid:progress:)``.
  ///   - progress: Called now and then with the share done, 0…1.
  /// - Returns: The part's samples for ``merge(_:read:)``, in the layout of this machine.
  public func part(
    _ shard: Shard, threads: Int, grid: WaitingGrid = WaitingGrid(),
    progress: @Sendable (Double) -> Void = { _ in }
  ) -> [UInt8] {
    var records = simulate(
      shard, Extras(keepsBlocks: true), threads: threads, grid: grid, progress: progress)
    var tape = SampleTape()
    pass(shard, &records, &tape, first: 0)
    return tape.bytes
  }

  /// Joins all parts of a run: the very result of running it at once.
  ///
  /// - Parameters:
  ///   - shards: The parts, in any order.
  ///   - read: The samples of a part; asked for one part after the other.
  /// - Returns: All outcomes of all calendars.
  /// - Throws: ``ShardError``, or what `read` throws.
  public func merge(_ shards: [Shard], read: (Shard) throws -> [UInt8]) throws -> StudyResult {
    let count = shards.first?.count ?? 1
    for (place, shard) in shards.enumerated()
    where shard.count != count || shards[..<place].contains(shard) {
      throw ShardError.notOfThisCut(shard)
    }
    let all = (1...count).compactMap { Shard(number: $0, count: count) }
    let missing = all.filter { !shards.contains($0) }
    guard missing.isEmpty else { throw ShardError.missing(missing) }
    var records = records(worlds: study.run.worlds, keepsBlocks: false)
    for shard in all {
      var tape = SampleTape(reading: try read(shard))
      pass(shard, &records, &tape, first: shard.worlds(of: study.run.worlds).lowerBound)
      guard tape.isSpent else { throw ShardError.damaged(shard) }
    }
    return result(records)
  }

  /// Takes a part's worlds out of records in which they begin at `first`, or puts them in.
  private func pass(
    _ shard: Shard, _ records: inout Records, _ tape: inout SampleTape, first: Int
  ) {
    let replications = study.run.replications
    let count = shard.worlds(of: study.run.worlds).count
    let samples = (first * replications)..<((first + count) * replications)
    let blocks = study.services.isEmpty ? 0 : shard.blocks(worlds: study.run.worlds).count
    records.tables.pass(&tape, samples: samples, blockCount: blocks)
    records.ledger.pass(&tape, samples: samples)
  }
}
