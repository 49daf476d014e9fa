/** The id stands for a request in a case that the asker may not see: only the constraint knows of it. */
export const isTakenRequest = (error: unknown): boolean =>
  typeof error === 'object' &&
  error !== null &&
  (error as { code?: string }).code === '23505' &&
  ((error as { constraint?: string }).constraint ?? '').endsWith('_request_id_unique');
