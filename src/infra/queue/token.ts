/** Injection token of the process's shared Redis connection, for publishing and health only. */
export const REDIS = Symbol('redis');
