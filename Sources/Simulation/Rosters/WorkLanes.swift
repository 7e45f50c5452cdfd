import HybridWork

/// The people of each block by what their output depends on, as lanes.
struct WorkLanes {
  /// People of one block who do work of one class.
  private struct Part {
    let task: TaskClass
    let lanes: UInt64
  }

  private let parts: [Part]
  private let partsOfBlock: [Range<Int>]
  private let novices: [UInt64]
  private let poorlyEquipped: [UInt64]

  /// Lanes of staff cells, one a person in population order.
  init(_ cells: [StaffCell], staff: PackedStaff) {
    novices = staff.packed { cells[$0].isNovice }
    poorlyEquipped = staff.packed { cells[$0].isPoorlyEquipped }
    let tasks = TaskClass.allCases.map { task in staff.packed { cells[$0].task == task } }
    var parts: [Part] = []
    var partsOfBlock: [Range<Int>] = []
    for block in staff.blocks.indices {
      let first = parts.count
      for (task, lanes) in zip(TaskClass.allCases, tasks) where lanes[block] != 0 {
        parts.append(Part(task: task, lanes: lanes[block]))
      }
      partsOfBlock.append(first..<parts.count)
    }
    self.parts = parts
    self.partsOfBlock = partsOfBlock
  }

  /// Adds a block's weeks to counts in the order of `OutputRates`, after they were unpacked.
  func add(_ weeks: DoseCounter, ofBlock block: Int, to counts: UnsafeMutablePointer<Int>) {
    for dose in 1...DaySplit.workingDays where weeks.isUsed[dose - 1] {
      for part in parts[partsOfBlock[block]] {
        counts[OutputRates.place(part.task, days: dose)] += weeks.weeks(
          dose: dose, of: part.lanes)
      }
      counts[OutputRates.placeOfNovices] += dose * weeks.weeks(dose: dose, of: novices[block])
      counts[OutputRates.placeOfPoorlyEquipped] +=
        dose * weeks.weeks(dose: dose, of: poorlyEquipped[block])
    }
  }
}
