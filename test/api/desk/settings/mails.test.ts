import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { mailTopics } from '../../../../deal/mails/topics.ts';
import { type Product, startProduct } from '../../../support/product.ts';
import { hiddenFields } from '../../buyers/visitor.ts';
import { type Colleague, signedIn } from '../at-the-desk.ts';

const profile = '/desk/profile';
const ticked = (...topics: string[]) => Object.fromEntries(topics.map(topic => [`topic.${topic}`, 'yes']));
/** Which boxes of a page are ticked. */
const ticksIn = (html: string) =>
  [...html.matchAll(/<input[^>]*name="topic\.(\w+)"[^>]*>/g)]
    .filter(([box]) => /\schecked/.test(box))
    .map(([, topic]) => topic);

describe('what somebody has mails about', () => {
  let product: Product;
  let support: Colleague;
  beforeAll(async () => {
    product = await startProduct({ RECONCILE_SECONDS: 86_400 });
    support = await signedIn(product, 'support');
  });
  afterAll(() => product?.stop());
  const mutedOf = async (email: string) => (await product.db.staff.findOne({ email }).lean())?.muted;

  it('is everything at first, and then what he ticks on his own page', async () => {
    expect(ticksIn((await support.get(profile)).html).toSorted()).toEqual([...mailTopics].toSorted());
    const saved = await support.press(profile, `${profile}/mails`, ticked('troubles', 'buyers'));
    expect(saved.location).toContain('done=saved');
    expect(ticksIn((await support.get(profile)).html).toSorted()).toEqual(['buyers', 'troubles']);
    expect(await mutedOf('support@example.com')).toEqual([
      'inquiries',
      'approvals',
      'offers',
      'purchases',
      'terms',
    ]);
  });

  it('is chosen by an admin too, and the changes say what was before', async () => {
    const admin = await signedIn(product, 'admin');
    const { _id } = await product.db.staff.findOne({ email: 'sales@example.com' }).orFail();
    const page = `/desk/settings/people/${_id}`;
    await admin.press(page, `${page}/mails`, ticked(...mailTopics.filter(topic => topic !== 'terms')));
    expect(await mutedOf('sales@example.com')).toEqual(['terms']);
    const { html } = await admin.get('/desk/settings/changes');
    expect(html).toContain('Mails chosen');
    expect(html).toContain('Running agreements');
  });

  it('is nobody else’s to choose, and nothing for an admin without a part in deals', async () => {
    const { _id } = await product.db.staff.findOne({ email: 'sales@example.com' }).orFail();
    const { html } = await support.get(profile);
    const form = hiddenFields(html, `${profile}/mails`);
    const page = `/desk/settings/people/${_id}/mails`;
    expect((await support.post(page, { ...form, ...ticked('terms') })).status).toBe(404);
    expect(await mutedOf('sales@example.com')).toEqual(['terms']);
    const own = await (await signedIn(product, 'admin')).get(profile);
    expect(own.html).not.toContain(`action="${profile}/mails"`);
  });

  it('is chosen for the chat of the team by an admin', async () => {
    const admin = await signedIn(product, 'admin');
    const page = '/desk/settings/chat';
    const { html } = await admin.get(page);
    expect(ticksIn(html)).toHaveLength(mailTopics.length);
    expect(html).toContain('No chat is set up yet.');
    expect((await admin.press(page, page, ticked('troubles'))).location).toContain('done=saved');
    expect(product.config.chat.topics).toEqual(['troubles']);
  });
});
