/**
 * How the product's processes are started. With the heap's limit at 2 GB (its default grows with the machine's memory)
 * the collector waits until garbage is once as much as what is in use, not three times.
 */
export const PROCESS_FLAGS = ['--enable-source-maps', '--max-old-space-size=2048'];
