/**
 * Settings of the embedded PostgreSQL, given on the command line so that every start has those of this release.
 * Sized for two cores and 4 GB, shared with the server itself.
 */
export function serverSettings(port: number, name: string, durable: boolean): string[] {
  const settings = { ...fixed, ...(durable ? {} : fleeting), port, cluster_name: name }
  return Object.entries(settings).flatMap(([key, value]) => ['-c', `${key}=${value}`])
}

const fixed = {
  listen_addresses: '127.0.0.1',
  // A socket path may not exceed 107 bytes, and a data folder's path may be longer than that.
  unix_socket_directories: '',
  max_connections: 200,
  shared_buffers: '256MB',
  effective_cache_size: '1GB',
  work_mem: '8MB',
  maintenance_work_mem: '128MB',
  max_wal_size: '2GB',
  min_wal_size: '128MB',
  wal_compression: 'on',
  checkpoint_completion_target: 0.9,
  random_page_cost: 1.1,
  jit: 'off',
  io_workers: 2,
  max_logical_replication_workers: 0,
  timezone: 'UTC',
  log_timezone: 'UTC',
  // Acknowledged is written: these are the defaults, and here so that nobody turns them off in a file.
  fsync: 'on',
  synchronous_commit: 'on',
  full_page_writes: 'on',
  // A query stops when the process that asked for it has gone.
  client_connection_check_interval: '10s',
  // Statements and the details of errors hold personal data, which does not belong in a log file (AVG art. 5, 1c).
  log_min_error_statement: 'panic',
  log_error_verbosity: 'terse',
  log_checkpoints: 'off',
  log_min_messages: 'warning',
}

/** For tests: data that nobody misses after a crash. */
const fleeting = {
  fsync: 'off',
  synchronous_commit: 'off',
  full_page_writes: 'off',
  wal_level: 'minimal',
  max_wal_senders: 0,
  shared_buffers: '128MB',
}
