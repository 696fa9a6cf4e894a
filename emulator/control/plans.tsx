import type { Settings } from '../engine/settings.ts';
import type { Fault } from '../engine/task.ts';
import { Choice, Field, Form } from './parts.tsx';

const NUMBERS = [
  'changeSetDelay',
  'agreementEventDelay',
  'licenseDelay',
  'entitlementLag',
  'registrationTokenLifetime',
  'concurrentOffers',
  'eventAttempts',
  'failNextPayments',
] as const;
const FLAGS = ['emptyEntitlementPage', 'singleUseTokens', 'legacyListings'] as const;
const MODES = ['duplicate', 'reorder', 'drop'] as const;

export function SettingsForm({ settings }: { settings: Settings }) {
  const flag = (name: string, value: unknown) => (
    <Choice name={name} options={['true', 'false']} value={String(value === true || Array.isArray(value))} />
  );
  return (
    <Form action="settings" button="Save settings">
      {NUMBERS.map(name => (
        <Field name={name} value={settings[name]} />
      ))}
      <Field name="events.delay" value={settings.events.delay} />
      {MODES.map(name => flag(`events.${name}`, settings.events[name]))}
      {FLAGS.map(name => flag(name, settings[name]))}
      <Choice name="snsSignatureVersion" options={['1', '2']} value={settings.snsSignatureVersion} />
      <Field name="fulfillmentUrl" value={settings.fulfillmentUrl} />
    </Form>
  );
}

const KINDS = ['throttle', 'error', 'latency', 'timeout', 'reset', 'lostAnswer'];

export function Faults({ faults }: { faults: Fault[] }) {
  return (
    <>
      <Form action="faults" button="Plan fault">
        <Field name="operation" hint="StartChangeSet, or * for all" />
        <Choice name="kind" options={KINDS} />
        <Field name="times" value={1} />
        <Field name="delay" hint="ms, for latency" />
      </Form>
      <ul>
        {faults.map(fault => (
          <li>
            {fault.operation}: {fault.kind}, {fault.times} more
          </li>
        ))}
      </ul>
      <Form action="clear-faults" button="Clear faults">
        {null}
      </Form>
      <h3>Next change set fails</h3>
      <Form action="change-set-failure" button="Plan failure">
        <Field name="code" hint="INVALID_BUYER_ACCOUNTS" />
        <Field name="message" value="Planned by the control page." />
        <Field name="changeType" hint="UpdateTargeting" />
      </Form>
    </>
  );
}
