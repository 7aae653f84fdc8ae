export function checkServers(settings: { databaseUrl?: string; redisUrl?: string }): Promise<void>;
