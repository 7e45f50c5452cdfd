import GRDB

/// The tables of a ``RunDatabase``, made and changed step by step.
///
/// A step that was released is never edited: files out there have taken it. A change is a new step.
enum RunDatabaseTables {
  static var migrator: DatabaseMigrator {
    var migrator = DatabaseMigrator()
    migrator.registerMigration("1 runs and their tables") { database in
      try database.execute(sql: "PRAGMA application_id = \(RunDatabase.applicationID)")
      try database.execute(sql: first)
    }
    return migrator
  }

  private static let first = """
    CREATE TABLE runs (
      id INTEGER PRIMARY KEY,
      run_id TEXT NOT NULL UNIQUE,
      recorded_at TEXT NOT NULL,
      study TEXT NOT NULL,
      classification TEXT,
      luwes TEXT NOT NULL,
      language TEXT NOT NULL,
      seed TEXT NOT NULL,
      worlds INTEGER NOT NULL,
      replications INTEGER NOT NULL,
      baseline TEXT NOT NULL,
      folder TEXT NOT NULL,
      manifest TEXT NOT NULL
    ) STRICT;
    CREATE TABLE files (
      run INTEGER NOT NULL REFERENCES runs(id) ON DELETE CASCADE,
      role TEXT NOT NULL CHECK (role IN ('input', 'output')),
      place INTEGER NOT NULL,
      path TEXT NOT NULL,
      sha256 TEXT NOT NULL,
      kept TEXT NOT NULL,
      PRIMARY KEY (run, role, place)
    ) STRICT, WITHOUT ROWID;
    CREATE TABLE scenarios (
      run INTEGER NOT NULL REFERENCES runs(id) ON DELETE CASCADE,
      line INTEGER NOT NULL,
      policy TEXT NOT NULL, title_id TEXT, title_en TEXT, legal_status TEXT, articles TEXT,
      worst_service TEXT, worst_weekday TEXT, worst_half_hour TEXT, verdict TEXT,
      eligible_share REAL, eligible_share_lower REAL, eligible_share_upper REAL,
      worst_coverage_mean REAL, worst_coverage_p05 REAL, worst_coverage_p95 REAL,
      p90_wait_minutes_mean REAL, p90_wait_minutes_p05 REAL, p90_wait_minutes_p95 REAL,
      cashable_saving_rupiah_mean REAL, cashable_saving_rupiah_p05 REAL,
      cashable_saving_rupiah_p95 REAL,
      output_change_mean REAL, output_change_p05 REAL, output_change_p95 REAL,
      output_extrapolated_share REAL, access_ratio_min REAL,
      PRIMARY KEY (run, line)
    ) STRICT, WITHOUT ROWID;
    CREATE TABLE outcomes (
      run INTEGER NOT NULL REFERENCES runs(id) ON DELETE CASCADE,
      line INTEGER NOT NULL,
      scenario TEXT NOT NULL, group_label TEXT NOT NULL, outcome TEXT NOT NULL,
      unit TEXT, direction TEXT,
      mean REAL, sd REAL, p05 REAL, p50 REAL, p95 REAL,
      difference_mean REAL, difference_p05 REAL, difference_p95 REAL,
      probability_better REAL, probability_equal REAL,
      PRIMARY KEY (run, line)
    ) STRICT, WITHOUT ROWID;
    CREATE TABLE ledger (
      run INTEGER NOT NULL REFERENCES runs(id) ON DELETE CASCADE,
      line INTEGER NOT NULL,
      scenario TEXT NOT NULL, item TEXT NOT NULL, payer TEXT, payee TEXT, account TEXT,
      cashable TEXT, nature TEXT, origin TEXT, quantity_unit TEXT, unit TEXT,
      quantity REAL, price_rupiah REAL, mean REAL, sd REAL, p05 REAL, p50 REAL, p95 REAL,
      PRIMARY KEY (run, line)
    ) STRICT, WITHOUT ROWID;
    """
}
