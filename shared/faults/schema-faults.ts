import { type Fault, type FaultCode, fault, faultCodes } from './faults.ts';

/** An error of a schema, as Ajv and TypeBox both tell it. */
interface SchemaError {
  keyword: string;
  instancePath: string;
  params: object;
}

/** What the patterns of schemas stand for. */
const patterns = new Map<string, FaultCode>();

/** A pattern for a schema, with the fault of a text that it does not take: its source is all that an error says of it. */
export function pattern(source: string, code: FaultCode): string {
  patterns.set(source, code);
  return source;
}

/** One error of a schema as fields of an answer: where, and what to write there. */
export function schemaFaults(error: SchemaError): { pointer: string; detail: Fault }[] {
  const { keyword, instancePath } = error;
  const params = Object(error.params);
  if (keyword === 'required')
    return [params.requiredProperties ?? params.missingProperty]
      .flat()
      .map(name => ({ pointer: `${instancePath}/${name}`, detail: fault('required') }));
  return [{ pointer: instancePath, detail: faultOf(keyword, params) }];
}

/** What there is to say of a limit, or of the values there are, stands last among the params. */
function faultOf(keyword: string, params: Record<string, unknown>): Fault {
  switch (keyword) {
    case 'type':
    case 'format':
      return known(String(params[keyword]));
    case 'pattern':
      return fault(patterns.get(String(params.pattern)) ?? 'form');
    // TypeBox's word for what nothing may be.
    case 'boolean':
      return fault('form');
    default:
      return known(keyword, [Object.values(params).at(-1)].flat().join(', '));
  }
}

function known(code: string, about = ''): Fault {
  const found = faultCodes.find(each => each === code);
  return found ? fault(found, about) : fault('form');
}
