import { defineConfig } from 'vitest/config'

export default defineConfig({
  test: {
    include: ['e2e/**/*.e2e.ts'],
    globalSetup: ['e2e/folders.ts'],
    // Far above what a busy machine takes: a test fails for what it saw, not for when.
    testTimeout: 400_000,
    hookTimeout: 400_000,
    expect: { poll: { timeout: 90_000 } },
    // Each file starts a site and a browser of its own: two at once keep both cores busy.
    maxWorkers: 2,
    // A file needs nothing of its own but its site: what it imports is loaded once.
    isolate: false,
  },
})
