import { expect, it } from '@jest/globals';
import { parse } from 'yaml';
import { textOf } from '../support/source.ts';

interface Alert {
  alert: string;
  expr: string;
  labels: { severity: string };
  annotations: { summary: string; runbook: string };
}

const { groups } = parse(textOf('deploy/observability/alerts.yaml'));
const alerts: Alert[] = groups.flatMap(({ rules }: { rules: Alert[] }) => rules);
const runbook = textOf('docs/operating.md').split('## Alerts')[1]?.split('\n## ')[0] ?? '';

it.each(alerts.map(each => [each.alert, each] as const))(
  '%s has a line that says what to do',
  (name, alert) => {
    expect(runbook).toContain(`\`${name}\``);
    expect(alert.annotations.runbook).toBe('docs/operating.md#alerts');
    expect(['page', 'ticket']).toContain(alert.labels.severity);
  },
);

it('no line is about an alert that there is not', () => {
  const named = [...runbook.matchAll(/`(Offerdesk\w+)`/g)].map(([, name]) => name);
  expect(alerts.map(({ alert }) => alert)).toEqual(expect.arrayContaining(named));
});
