/**
 * How the product's processes are started. V8 lets garbage grow to a share of what is in use that grows with the heap's
 * limit: three times at 2 GB, a bit more than half at 1 GB. A ledger of 300,000 rows that came again held 250 MB.
 *
 * After eight quiet seconds V8 would give memory back and with it the shapes of objects just not in use; the machine code
 * built on them is thrown away, and a request costs twice as much until it is built again.
 */
export const PROCESS_FLAGS = ['--enable-source-maps', '--max-old-space-size=1024', '--no-memory-reducer'];
