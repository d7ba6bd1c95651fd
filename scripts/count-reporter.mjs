// A Vitest reporter that adds what passed and failed to the file named by ENTRAIN_COUNT, over several runs.
import { readFileSync, writeFileSync } from 'node:fs'

export default class CountReporter {
  onTestRunEnd(modules, unhandledErrors) {
    const path = process.env.ENTRAIN_COUNT
    if (!path) return
    const sum = before(path)
    for (const module of modules) {
      const states = [...module.children.allTests()].map((test) => test.result().state)
      sum.passed += states.filter((state) => state === 'passed').length
      const failed = states.filter((state) => state === 'failed').length
      // A file that could not even be read has no test to blame.
      sum.failed += failed === 0 && module.state() === 'failed' ? 1 : failed
    }
    sum.failed += unhandledErrors.length
    writeFileSync(path, JSON.stringify(sum))
  }
}

function before(path) {
  try {
    return JSON.parse(readFileSync(path, 'utf8'))
  } catch {
    return { passed: 0, failed: 0 }
  }
}
