import { flagAt, idAt, listAt, numberAt, textAt } from '../json/json-fields.ts'
import { isJsonObject, type JsonObject } from '../json/json-value.ts'

/** A parameter as the template declares it; what Zalo leaves out is `null`. */
export interface ZbsParameter {
  readonly name: string
  /** Zalo's word, such as `STRING`, `NUMBER`, `DATE`. */
  readonly type: string | null
  readonly minLength: number | null
  readonly maxLength: number | null
  readonly isRequired: boolean | null
  readonly acceptsEmpty: boolean | null
}

export interface ZbsTemplate {
  readonly templateId: string | null
  readonly name: string | null
  /** `ENABLE`, `PENDING_REVIEW`, `REJECT`, `DISABLE`, `DELETE`, or what Zalo may add. */
  readonly status: string | null
  readonly tag: string | null
  /** Why it was rejected, where Zalo says so. */
  readonly reason: string | null
  readonly previewUrl: string | null
  readonly parameters: readonly ZbsParameter[]
  /** As received, ids as strings. */
  readonly raw: JsonObject
}

const statusWords: Readonly<Record<string, string>> = {
  '1': 'ENABLE',
  '2': 'PENDING_REVIEW',
  '3': 'REJECT',
  '4': 'DISABLE',
  '5': 'DELETE',
}

export function readTemplate(data: JsonObject): ZbsTemplate {
  const status = idAt(data, 'status')
  return {
    templateId: idAt(data, 'templateId') ?? idAt(data, 'template_id'),
    name: textAt(data, 'templateName') || null,
    // Answers carry the word; a number of the filter is read, too.
    status: status === null ? null : (statusWords[status] ?? status),
    tag: textAt(data, 'templateTag') || null,
    reason: textAt(data, 'reason') || null,
    previewUrl: textAt(data, 'previewUrl') || null,
    parameters: (listAt(data, 'listParams') ?? []).flatMap(each => readParameter(isJsonObject(each) ? each : {})),
    raw: data,
  }
}

function readParameter(raw: JsonObject): ZbsParameter | [] {
  const name = textAt(raw, 'name')
  if (name === null || name === '') return []
  return {
    name,
    type: textAt(raw, 'type'),
    minLength: numberAt(raw, 'minLength'),
    maxLength: numberAt(raw, 'maxLength'),
    isRequired: flagAt(raw, 'require'),
    acceptsEmpty: flagAt(raw, 'acceptNull'),
  }
}
