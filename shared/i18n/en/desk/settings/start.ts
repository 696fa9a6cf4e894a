/** What leads a new installation to its first real offer. */
export const start = {
  title: 'First steps',
  lead: ({ done, all }: { done: number; all: number }) =>
    `${done} of ${all} are done. Offerdesk looks at each by itself; nothing is ticked by hand.`,
  allDone: 'All is done: this installation has carried a deal to its confirmation.',
  banner: ({ done, all }: { done: number; all: number }) => `First steps: ${done} of ${all} done`,
  bannerText: 'What is left leads to your first real offer.',
  bannerAction: 'Go on',
  done: 'Done',
  toDo: 'To do',
  noApprover: 'Nobody is an approver. Terms beyond the limits would wait for ever: give somebody that role.',
  noPrice: 'A product has no list price. Its discounts are unknown, so an approver is asked for every deal.',
  noMailYet: 'A place for mails is set, and none has arrived yet. Write one to the support address.',
  allow: (action: string, process: string) =>
    `Allow ${action} in the IAM policy of the ${process}’s role (deploy/aws/marketplace.yaml has all of it), then try again.`,
  triedAt: (moment: string) => `Tried ${moment}.`,
  processes: { api: 'As the api', worker: 'As the worker' },
  waitsForWorker:
    'The worker has been asked and answers within seconds. Look again; if nothing comes, no worker runs.',
  states: { allowed: 'Allowed', denied: 'Denied', unavailable: 'No answer' },
  points: {
    staff: {
      title: 'Colleagues',
      isDone: 'More than one person works here, and there is an approver.',
      cure: 'You are alone here. Invite who sells and who approves: nobody approves what he has asked for himself.',
      action: 'Invite a colleague',
    },
    product: {
      title: 'A product with a list price',
      isDone: 'What you sell is known, with list prices.',
      cure: 'Only the example is sold. Take your product from AWS Marketplace and set its list prices.',
      action: 'Compare with AWS Marketplace',
    },
    aws: {
      title: 'AWS lets Offerdesk in',
      isDone: 'AWS has allowed each action that was tried.',
      cure: 'Each permission of api and worker is tried with a call that changes nothing. StartChangeSet, which makes offers, has none: the first offer tries it.',
      action: 'Try it now',
    },
    event: {
      title: 'An event from AWS',
      isDone: 'AWS has sent events, and they arrived.',
      cure: 'None has come yet. Deploy deploy/aws/marketplace.yaml and set MARKETPLACE_QUEUE_URL or the EventBridge API destination; making a draft offer in the AWS Marketplace Management Portal and releasing it sends one.',
      action: 'Look again',
    },
    mail: {
      title: 'Mail goes out',
      isDone: 'The mail server has accepted mail.',
      cure: 'Send a test mail to yourself: open a template and press “Send a test”. Without SMTP_URL and MAIL_FROM nobody hears of anything.',
      action: 'Open a template',
    },
    inbound: {
      title: 'Mail comes in',
      isDone: 'Answers of buyers arrive here.',
      cure: 'Nothing reads mails to the support address. Set SUPPORT_IMAP_URL, or have a mail service post them (MAIL_INBOUND_SECRET, MAIL_INBOUND_SNS_TOPICS).',
      action: 'Look again',
    },
    buyer: {
      title: 'A deal from beginning to end',
      isDone: 'A deal has reached its confirmation.',
      cure: 'Play the buyer: a product of limited visibility, an AWS account of your own, and one deal from the inquiry to the confirmation mail.',
      action: 'Begin with an inquiry',
    },
  },
};
