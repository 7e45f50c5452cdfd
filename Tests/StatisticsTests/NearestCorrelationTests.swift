import Statistics
import Testing

@Suite("The nearest correlation matrix")
struct NearestCorrelationTests {
  @Test("the example of Higham (2002): ones beside zeros become 0.7607 and 0.1573")
  func higham() throws {
    let found = try NearestCorrelation(
      Matrix(rows: 3, columns: 3, elements: [1, 1, 0, 1, 1, 1, 0, 1, 1])
    )
    #expect(abs(found.matrix[0, 1] - 0.7607) < 5e-5)
    #expect(abs(found.matrix[1, 2] - 0.7607) < 5e-5)
    #expect(abs(found.matrix[0, 2] - 0.1573) < 5e-5)
    #expect(throws: Never.self) { try GaussianCopula(correlation: found.matrix) }
  }

  @Test("a matrix that is possible stays as it is")
  func possible() throws {
    let given = Matrix(rows: 2, columns: 2, elements: [1, 0.4, 0.4, 1])
    let found = try NearestCorrelation(given)
    #expect(zip(found.matrix.elements, given.elements).allSatisfy { abs($0 - $1) < 1e-12 })
    #expect(found.mostChanged == nil)
  }

  @Test("the pair that has to give way most is named")
  func pair() throws {
    // Two strong ties and a strong opposite one between their ends.
    let found = try NearestCorrelation(
      Matrix(rows: 3, columns: 3, elements: [1, 0.9, -0.9, 0.9, 1, 0.3, -0.9, 0.3, 1]))
    let pair = try #require(found.mostChanged)
    let changes = [
      [1, 0]: abs(found.matrix[1, 0] - 0.9), [2, 0]: abs(found.matrix[2, 0] + 0.9),
      [2, 1]: abs(found.matrix[2, 1] - 0.3),
    ]
    #expect(changes[[pair.row, pair.column]] == changes.values.max())
  }

  @Test(
    "of pairs that change alike the first is named, whatever the last bits say",
    arguments: [0.9, 0.9 - 1e-12, 0.9 + 1e-12])
  func alike(third: Double) throws {
    // By symmetry all three come down to the same size.
    let found = try NearestCorrelation(
      Matrix(rows: 3, columns: 3, elements: [1, 0.9, -0.9, 0.9, 1, third, -0.9, third, 1]))
    let pair = try #require(found.mostChanged)
    #expect([pair.row, pair.column] == [1, 0])
  }
}
