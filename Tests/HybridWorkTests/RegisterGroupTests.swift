import HybridWork
import TestSupport
import Testing

@Suite("the groups that a register column forms")
struct RegisterGroupTests {
  /// Four people in one unit: a disability, none, not known, a disability.
  private func population() throws -> Population {
    var people = ["a", "b", "c", "d"].map { TestPerson($0) }
    people[0].disability = true
    people[1].disability = false
    people[3].disability = true
    people[3].sex = "P"
    return try SmallStudy(people: people).population
  }

  @Test("a flag forms the groups true and false; who is not known is in neither")
  func flags() throws {
    let groups = try population().groups(by: .disability)
    #expect(groups.levels == ["true", "false"])
    #expect((0..<4).map(groups.value) == ["true", "false", nil, "true"])
  }

  @Test("a category forms the groups of its levels")
  func categories() throws {
    let groups = try population().groups(by: .sex)
    #expect((0..<4).map(groups.value) == ["L", "L", "L", "P"])
  }

  @Test("numbers, dates and columns the register lacks put nobody in a group")
  func others() throws {
    for column in [RegisterColumn.commuteKilometres, .birthDate, .laptop, .position] {
      let groups = try population().groups(by: column)
      #expect((0..<4).allSatisfy { groups.value($0) == nil }, "\(column)")
    }
  }

  @Test("categories and flags form groups; texts, numbers and dates do not")
  func kinds() {
    #expect(RegisterColumn.disability.formsGroups && RegisterColumn.byICT.formsGroups)
    #expect(RegisterColumn.sex.formsGroups && RegisterColumn.position.formsGroups)
    #expect(!RegisterColumn.unit.formsGroups && !RegisterColumn.birthDate.formsGroups)
    #expect(!RegisterColumn.tenureMonths.formsGroups)
  }
}
