/**
 * How the product's processes are started. V8 lets garbage grow to a share of what is in use that grows with the heap's
 * limit: three times at 2 GB, a bit more than half at 1 GB. A ledger of 300,000 rows that came again held 250 MB.
 */
export const PROCESS_FLAGS = ['--enable-source-maps', '--max-old-space-size=1024'];
