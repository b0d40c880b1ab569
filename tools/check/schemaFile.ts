import type { Check } from './project.ts'

export const schemaFile: Check = {
  name: 'schema',
  sentence: 'db/schema.sql is the schema that the migrations make.',
  async run(project) {
    const { code, output } = await project.run([process.execPath, 'tools/schema.ts', '--check'])
    if (code === 0) return []
    return [
      {
        file: 'db/schema.sql',
        sentence: `Write it anew with \`npm run schema\` and read the change. ${output.trim()}`,
      },
    ]
  },
}
