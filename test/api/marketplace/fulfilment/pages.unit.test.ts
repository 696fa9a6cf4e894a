import {
  type ArrivalProblem,
  UnknownProductPage,
  WayBackPage,
} from '../../../../api/marketplace/fulfilment/pages.tsx';
import { messagesIn } from '../../../../shared/i18n/messages.ts';
import { accessibilityProblems, htmlOf } from '../../ui/accessibility.ts';
import { contextIn } from '../../ui/kitchen-sink.tsx';

const problems: ArrivalProblem[] = ['start', 'expired', 'invalid', 'missing', 'unavailable'];
const manageUrl = 'https://aws.example/subscriptions';

describe.each(['en', 'ja'] as const)('the pages at the end of a broken way, in %s', lang => {
  const context = contextIn(lang, '/marketplace/register');
  const page = (problem: ArrivalProblem) =>
    htmlOf(WayBackPage({ context, problem, manageUrl, products: ['Example Cloud', 'Example <Edge>'] }));

  it.each(problems)('lead back through AWS when it is: %s', problem => {
    const html = page(problem);
    expect(accessibilityProblems(html)).toEqual([]);
    expect(html).toContain(messagesIn(lang).registration[problem].title);
    expect(html).toContain(`href="${manageUrl}"`);
    expect(html).toContain('Example &lt;Edge>');
    expect(html).toContain(`mailto:${context.supportEmail}`);
  });

  it('lead to support when the product is not known', () => {
    const html = htmlOf(UnknownProductPage({ context }));
    expect(accessibilityProblems(html)).toEqual([]);
    expect(html).toContain(`mailto:${context.supportEmail}`);
  });
});
