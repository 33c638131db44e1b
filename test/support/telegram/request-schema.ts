import { existsSync } from 'node:fs'
import { mkdir, readFile, rename, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { Ajv, type ValidateFunction } from 'ajv'
import { createGenerator } from 'ts-json-schema-generator'
import { projectRoot } from '../../../src/project-root.ts'

const types = join(projectRoot, 'node_modules', '@gramio', 'types')

/** Tells what is wrong with a request to the Bot API: unknown or missing fields, wrong kinds and names. Empty: nothing. */
type Check = (method: string, payload: object) => string[]

/** Compiled once a worker. */
export function requestSchema(): Promise<Check> {
  compiled ??= compile()
  return compiled
}

let compiled: Promise<Check> | undefined

async function compile(): Promise<Check> {
  const ajv = new Ajv({ strict: false, allErrors: true }).addSchema(await schema(), 'bot-api')
  const validators = new Map<string, ValidateFunction | undefined>()
  return (method, payload) => {
    if (!validators.has(method)) validators.set(method, validatorOf(ajv, method))
    const validate = validators.get(method)
    if (!validate) return Object.keys(payload).length === 0 ? [] : [`${method} takes no parameters`]
    if (validate(payload)) return []
    return (validate.errors ?? []).map(error => `${method}${error.instancePath} ${error.message}`)
  }
}

function validatorOf(ajv: Ajv, method: string): ValidateFunction | undefined {
  return ajv.getSchema(`bot-api#/definitions/${method.charAt(0).toUpperCase()}${method.slice(1)}Params`)
}

/** Generated from the published types of the Bot API, which takes some seconds: kept for the version of these types. */
async function schema(): Promise<object> {
  const { version } = JSON.parse(await readFile(join(types, 'package.json'), 'utf8'))
  const folder = join(projectRoot, 'node_modules', '.cache', 'thidua')
  const file = join(folder, `telegram-requests-${version}.json`)
  if (existsSync(file)) return JSON.parse(await readFile(file, 'utf8'))
  const path = join(types, 'out', 'params.d.ts')
  const generated = createGenerator({ path, type: '*', skipTypeCheck: true }).createSchema('*')
  await mkdir(folder, { recursive: true })
  // Several test processes may come here at once: each writes its own and moves it into place whole.
  const draft = `${file}.${process.pid}`
  await writeFile(draft, JSON.stringify(generated))
  await rename(draft, file)
  return generated
}
