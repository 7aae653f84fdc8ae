import { existsSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { parse } from 'yaml';

const ROOT = resolve(import.meta.dirname, '../..');
const read = (path: string) => readFileSync(join(ROOT, path), 'utf8');

interface Service {
  image: string;
  command?: string[];
  environment?: Record<string, string>;
  volumes?: string[];
  depends_on?: Record<string, { condition: string }>;
  healthcheck?: { test?: string[]; disable?: boolean };
  user?: string;
  read_only?: boolean;
  privileged?: boolean;
  cap_drop?: string[];
  cap_add?: string[];
  security_opt?: string[];
  networks?: string[];
  ports?: string[];
  mem_limit?: string;
  restart?: string;
  tmpfs?: string[];
}
interface Compose {
  services: Record<string, Service>;
  volumes: Record<string, unknown>;
  networks: Record<string, { internal?: boolean } | null>;
}

const source = read('docker/compose.yaml');
const compose = parse(source, { merge: true }) as Compose;
const dockerfile = read('docker/Dockerfile');
const service = (name: string): Service => {
  const found = compose.services[name];
  if (!found) throw new Error(`no service ${name}`);
  return found;
};

/** The names that the code reads, from the one place where it reads them. */
const settings = [...new Set(read('src/infra/config/config.ts').match(/\benv\.[A-Z_]+/g))].map((each) => each.slice(4));
const imageSettings = [...(/^ENV ([\s\S]*?)\n[A-Z]/m.exec(dockerfile)?.[1] ?? '').matchAll(/([A-Z_]+)=/g)].map(
  (m) => m[1],
);

describe('the compose file', () => {
  test.each(['migrasi', 'web', 'worker'])(
    'gives %s every setting the code reads, and none that it does not',
    (name) => {
      const given = [...Object.keys(service(name).environment ?? {}), ...imageSettings];
      expect([...new Set(given)].sort()).toEqual([...settings].sort());
    },
  );

  test('takes for a setting that is left out what .env.example says, so that a setting has one default', () => {
    const example = new Map([...read('.env.example').matchAll(/^#?([A-Z_]+)=(.*)$/gm)].map((m) => [m[1], m[2]]));
    const defaults = [...source.matchAll(/(?<!\$)\$\{([A-Z_]+):-([^}]+)\}/g)].filter(([, name]) => example.has(name));
    expect(defaults.map(([, name]) => name)).toEqual(expect.arrayContaining(['LOG_LEVEL', 'PERCAYA_PROKSI']));
    for (const [, name, value] of defaults) expect([name, value]).toEqual([name, example.get(name)]);
  });

  test('has no password of its own: each is required from outside', () => {
    for (const [, name, kind, value] of source.matchAll(/(?<!\$)\$\{([A-Z_]+)(:[?-])?([^}]*)/g)) {
      // a mail server is the only one that may be left out, and then there is none
      if (name === 'SMTP_URL') expect([kind, value]).toEqual([':-', '']);
      else if (/SANDI|RAHASIA|URL/.test(name ?? '')) expect([name, kind]).toEqual([name, ':?']);
      else expect([name, kind]).toEqual([name, ':-']);
    }
    for (const { environment = {} } of Object.values(compose.services)) {
      for (const [name, value] of Object.entries(environment)) {
        if (/PASSWORD|SANDI|RAHASIA/.test(name) && !name.includes('RANDOM')) expect(value).toMatch(/^\$\{/);
      }
    }
  });

  test.each(['web', 'worker'])('starts %s once the schema is there and the servers are well', (name) => {
    const conditions = Object.entries(service(name).depends_on ?? {}).map(
      ([other, { condition }]) => `${other} ${condition}`,
    );
    expect(conditions).toEqual([
      'mariadb service_healthy',
      'redis service_healthy',
      'migrasi service_completed_successfully',
    ]);
  });

  test('waits only for services that can be well, and mounts only volumes that exist', () => {
    for (const { depends_on = {}, volumes = [] } of Object.values(compose.services)) {
      for (const [other, { condition }] of Object.entries(depends_on)) {
        if (condition === 'service_healthy') expect(service(other).healthcheck?.test).toBeDefined();
        else expect(service(other)).toBeDefined();
      }
      for (const volume of volumes) expect(Object.keys(compose.volumes)).toContain(volume.split(':')[0]);
    }
  });

  test('runs entry points that exist', () => {
    const scripts = `${source}${dockerfile}`.match(/dist\/[a-z-]+\.js/g) ?? [];
    expect(scripts.length).toBeGreaterThan(0);
    for (const script of scripts)
      expect(existsSync(join(ROOT, script.replace('dist/', 'src/').replace('.js', '.ts')))).toBe(true);
  });

  test('lets Redis evict nothing', () => {
    expect(service('redis').command?.join(' ')).toContain('maxmemory-policy noeviction');
  });

  test.each(['migrasi', 'web', 'worker', 'redis'])('gives %s no rights and nothing to write on but its own', (name) => {
    const { read_only, cap_drop, cap_add, privileged, security_opt } = service(name);
    expect({ read_only, cap_drop, cap_add, privileged }).toEqual({ read_only: true, cap_drop: ['ALL'] });
    expect(security_opt).toContain('no-new-privileges:true');
  });

  test('loosens the sandbox of the worker alone, which holds Chromium, and lets nobody turn the browser’s off', () => {
    const loose = Object.entries(compose.services).filter(([, each]) =>
      (each.security_opt ?? []).some((option) => option.includes('unconfined')),
    );
    expect(loose.map(([name]) => name)).toEqual(['worker']);
    expect(`${source}${dockerfile}`).not.toContain('--no-sandbox');
  });

  test('publishes the pages alone, and lets out nothing else', () => {
    expect(compose.networks.data).toMatchObject({ internal: true });
    for (const [name, { ports, networks }] of Object.entries(compose.services)) {
      expect([name, networks]).toEqual([name, name === 'web' ? ['data', 'luar'] : ['data']]);
      expect([name, ports !== undefined]).toEqual([name, name === 'web']);
    }
  });

  test('limits the memory of what runs on, and starts it again when it ends', () => {
    for (const [name, { mem_limit, restart }] of Object.entries(compose.services)) {
      if (name === 'migrasi') expect(restart).toBe('no');
      else expect([name, restart, /^\d+[mg]$/.test(mem_limit ?? '')]).toEqual([name, 'unless-stopped', true]);
    }
  });

  test('hands no password to a program in its arguments', () => {
    for (const { command = [] } of Object.values(compose.services))
      expect(command.filter((word) => /SANDI/.test(word) && !word.includes('<<'))).toEqual([]);
  });

  test('asks for the health of the web process where it answers', () => {
    const path = /HEALTHCHECK[\s\S]*?\}(\/[a-z]+)`/.exec(dockerfile)?.[1] ?? '';
    expect(read('src/infra/health/sehat.controller.ts')).toContain(`@Get('${path.slice(1)}')`);
  });
});

describe('the image', () => {
  test('is made of folders that exist, and ends as an ordinary user on the Node of package.json', () => {
    const copied = [...dockerfile.matchAll(/^COPY (?!--from)(.+) \S+$/gm)].flatMap((m) => (m[1] ?? '').split(' '));
    expect(copied).toContain('src');
    expect(copied.filter((path) => !existsSync(join(ROOT, path)))).toEqual([]);
    expect(dockerfile).toMatch(/^USER node$/m);
    expect(dockerfile).toMatch(/^HEALTHCHECK /m);
    const { devDependencies } = JSON.parse(read('package.json')) as { devDependencies: { node: string } };
    const major = /\d+/.exec(devDependencies.node)?.[0];
    expect([...dockerfile.matchAll(/^FROM node:(\d+)/gm)].map((m) => m[1])).toEqual([major, major]);
  });
});

describe('.env.example', () => {
  test('names every setting the code reads, each with a comment in front', () => {
    const blocks = read('.env.example').split('\n\n');
    const named = blocks
      .flatMap((block) => block.match(/^#?[A-Z_]+(?==)/gm) ?? [])
      .map((name) => name.replace('#', ''));
    const compose = [...source.matchAll(/\$\{([A-Z_]+)/g)].map((m) => m[1]);
    // NODE_ENV is set by whoever starts the processes
    expect([...new Set(named)].sort()).toEqual(
      [...new Set([...settings.filter((name) => name !== 'NODE_ENV'), ...compose])].sort(),
    );
    for (const block of blocks) expect(block).toMatch(/^# [A-Z]/);
  });
});
