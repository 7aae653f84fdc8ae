// Tests run the TypeScript sources as ES modules under Node 24; see scripts/test.mjs for the services around them.
const ts = {
  '^.+\\.ts$': ['ts-jest', { useESM: true, tsconfig: '<rootDir>/tsconfig.json', diagnostics: false }],
};
const base = {
  testEnvironment: 'node',
  extensionsToTreatAsEsm: ['.ts'],
  moduleNameMapper: { '^(\\.{1,2}/.*)\\.js$': '$1' },
  // TypeScript first, and nothing from built or run-time folders.
  moduleFileExtensions: ['ts', 'js', 'mjs', 'cjs', 'json', 'node'],
  modulePathIgnorePatterns: ['<rootDir>/var/', '<rootDir>/dist/'],
  transform: ts,
  setupFiles: ['<rootDir>/test/support/hari.mjs'],
};
const project = (displayName, testMatch, extra = {}) => ({
  ...base,
  displayName,
  testMatch: testMatch.map((m) => `<rootDir>/${m}`),
  ...extra,
});

export default {
  testTimeout: 60_000,
  testSequencer: '<rootDir>/test/support/urutan.mjs',
  projects: [
    project('unit', ['src/**/*.spec.ts', 'test/architecture/**/*.spec.ts']),
    project('integration', ['test/integration/**/*.int-spec.ts']),
    project('e2e', ['test/e2e/**/*.e2e-spec.ts']),
    project('browser', ['test/browser/**/*.browser-spec.ts']),
  ],
};
