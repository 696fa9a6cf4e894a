type Sale = { product: string; organization: string };
type Deal = { company: string; product: string };

/** What support does to a link, for everybody concerned. */
export const linkMoved = {
  reason: 'Reason',
  buyer: {
    subject: {
      moved: (product: string) => `${product}: your purchase moves to another organization`,
      linked: (product: string) => `${product}: your purchase is being linked to an organization`,
    },
    title: {
      moved: 'Your purchase moves to another organization',
      linked: 'Your purchase is being linked to an organization',
    },
    intro: {
      moved: ({ product, organization, from }: Sale & { from: string }) =>
        `Our support is moving your AWS Marketplace purchase of ${product} from ${from} to ${organization}.`,
      linked: ({ product, organization }: Sale) =>
        `Our support is linking your AWS Marketplace purchase of ${product} to ${organization}.`,
    },
    from: (from: string) => `${from} can then no longer use what came with this agreement.`,
    to: (organization: string) =>
      `${organization} usually gets it within minutes. Once it is there, a confirmation follows by mail.`,
    same: 'The agreement, its price and the AWS account that pays stay as they are. Other agreements are not touched.',
    unexpected: 'If you did not expect this, reply to this mail at once.',
  },
  owner: {
    subject: {
      moved: (deal: Deal) => `Link moved: ${deal.company}, ${deal.product}`,
      linked: (deal: Deal) => `Linked by support: ${deal.company}, ${deal.product}`,
    },
    title: { moved: 'Support has moved the link', linked: 'Support has linked the purchase' },
    intro: {
      moved: ({ company, from, organization }: { company: string; from: string; organization: string }) =>
        `The purchase of ${company} moves from ${from} to ${organization}. Everybody concerned has been told.`,
      linked: ({ company, organization }: { company: string; organization: string }) =>
        `The purchase of ${company} is being linked to ${organization}. Everybody concerned has been told.`,
    },
  },
};

export const linkEnded = {
  buyer: {
    subject: (product: string) => `${product}: your purchase is no longer linked`,
    title: 'Your purchase is no longer linked to an organization',
    intro: ({ product, organization }: Sale) =>
      `Our support has ended the link between your AWS Marketplace purchase of ${product} and ${organization}. The organization can no longer use what came with this agreement.`,
    billed: (account: string) =>
      `The agreement itself goes on, and AWS still bills AWS account ${account} for it. Other agreements are not touched.`,
    next: 'To use the purchase again, choose the organization that it is for. Nobody will remind you of it.',
    button: 'Choose an organization',
    throughAws:
      'To use the purchase again, open “Manage subscriptions” in the AWS console, choose the product and press “Set up product”.',
  },
  owner: {
    subject: (deal: Deal) => `Link ended: ${deal.company}, ${deal.product}`,
    title: 'Support has ended the link',
    intro: ({ company, organization }: { company: string; organization: string }) =>
      `The purchase of ${company} is no longer linked to ${organization}, and everybody concerned has been told. The agreement in AWS goes on. Nobody is reminded to link it again.`,
  },
};
