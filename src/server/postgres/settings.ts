/** Small and safe: PostgreSQL beside its one application, on a phone-sized machine. Everything acknowledged is on disk. */
export function settingsFor(major: number): Readonly<Record<string, string>> {
  return {
    shared_buffers: '32MB',
    max_connections: '40',
    work_mem: '8MB',
    maintenance_work_mem: '64MB',
    fsync: 'on',
    synchronous_commit: 'on',
    full_page_writes: 'on',
    wal_level: 'minimal',
    max_wal_senders: '0',
    wal_buffers: '1MB',
    min_wal_size: '32MB',
    max_wal_size: '256MB',
    max_worker_processes: '4',
    max_parallel_workers: '2',
    autovacuum_max_workers: '1',
    huge_pages: 'off',
    jit: 'off',
    timezone: 'UTC',
    log_timezone: 'UTC',
    password_encryption: 'scram-sha-256',
    // Statements and details may hold names and addresses: the log keeps neither.
    log_min_error_statement: 'panic',
    log_error_verbosity: 'terse',
    log_checkpoints: 'off',
    // Worker processes for reading ahead cost memory that one person's data never repays.
    ...(major >= 18 ? { io_method: 'sync' } : {}),
  }
}

/** For throw-away databases of tests: a power cut may eat them. */
export const carelessSettings: Readonly<Record<string, string>> = {
  fsync: 'off',
  synchronous_commit: 'off',
  full_page_writes: 'off',
  max_connections: '100',
}
