import type { Stuck } from '../../deal/deal.ts';

/** Of one thing or several: `1 day`, `3 days`. */
const count = (number: number, one: string) => `${number} ${one}${number === 1 ? '' : 's'}`;
const daysLeft = (days: number) => (days < 1 ? 'Last day' : `${count(days, 'day')} left`);
const inDays = (days: number) => (days < 1 ? 'today' : `in ${count(days, 'day')}`);
const again = (_account: string) =>
  'Would you like to continue? Reply to this mail, and we will prepare a new offer.';

/** The words of all mails. Names of AWS's buttons and pages are AWS's own. */
export const mails = {
  greeting: (reader: { name: string; company?: string }) =>
    reader.name ? `Hello ${reader.name},` : 'Hello,',
  staffGreeting: (name: string) => `Hello ${name},`,
  opening: (_vendor: string) => '',
  staffOpening: '',
  closing: (vendor: string) => ['Kind regards,', vendor],
  questions: (support: string) => `Questions? Reply to this mail or write to ${support}.`,
  reference: (dealId: string) => `Reference: ${dealId}`,
  sentBy: (vendor: string) => `Sent by ${vendor}`,
  sentToStaff: 'Sent by Offerdesk to the people who look after this deal.',
  linkFallback: 'If the button does not work, open this address:',
  openDeal: 'Open the deal',
  moment: (moment: { local: string; utc: string }) => `${moment.local} (${moment.utc})`,

  labels: {
    product: 'Product',
    items: 'Items',
    total: 'Total',
    payments: 'Payment',
    duration: 'Term',
    accounts: 'AWS account',
    expires: 'Accept by',
    offerId: 'Offer ID',
    eula: 'License terms',
    company: 'Company',
    contact: 'Contact',
    signer: 'Signer',
    email: 'E-mail',
    answerBy: 'Answer by',
    requestedBy: 'Requested by',
    decidedBy: 'Decided by',
    agreementId: 'Agreement ID',
    formerAgreement: 'Earlier agreement ID',
    billedAccount: 'AWS account billed',
    acceptedAt: 'Accepted',
    term: 'Term',
    amount: 'Amount',
    organization: 'Organization',
    setUpBy: 'Set up by',
    since: 'Since',
    awsSays: 'Details',
    cure: 'What to do',
  },
  values: {
    item: (item: { label: string; units: number; price: string }) =>
      `${item.label}: ${count(item.units, 'unit')} × ${item.price}`,
    duration: (months: number) => `${count(months, 'month')} from acceptance`,
    paidAtOnce: 'In full when you accept',
    payment: (payment: { day: string; amount: string }) => `${payment.day}: ${payment.amount}`,
    standardEula: 'Standard Contract for AWS Marketplace',
    unknown: 'Not known yet',
    openEnd: (start: string) => `From ${start}`,
    period: (period: { start: string; end: string }) => `${period.start} to ${period.end}`,
    person: (person: { name: string; email: string }) => `${person.name} (${person.email})`,
  },

  inquiryReceived: {
    subject: 'We have received your inquiry',
    title: 'Thank you for your inquiry',
    preheader: (moment: string) => `We answer by ${moment}.`,
    opening: (_vendor: string) => '',
    intro: 'Your inquiry has reached our team.',
    answer: (moment: string) => `You will hear from us by ${moment}.`,
    nextTitle: 'What happens next',
    next: [
      'We agree on the product, the price and the payment dates with you.',
      'You receive a private offer in AWS Marketplace, and a mail from us with the link to it.',
      'You accept it with your AWS account and set up your account with us. AWS bills you from then on.',
    ],
    helpTitle: 'It helps if you can tell us',
    help: [
      'the ID of the AWS account that will pay (12 digits)',
      'the name and e-mail address of the person who will accept the offer',
    ],
    replyHint: 'Just reply to this mail.',
    notYou: 'You did not write to us? Then please ignore this mail.',
  },

  inquiryNotice: {
    subject: (company: string) => `New inquiry: ${company}`,
    title: 'New inquiry',
    preheader: (moment: string) => `Answer by ${moment}.`,
    intro: (company: string) => `${company} would like to buy through AWS Marketplace.`,
    noOwner: 'Nobody owns this deal yet. Open it and take it over.',
    message: 'Their message',
    answer: 'Open and answer',
  },

  answerOverdue: {
    subject: (company: string) => `Overdue: ${company} is waiting for an answer`,
    title: 'This inquiry is overdue',
    preheader: (moment: string) => `The answer was due on ${moment}.`,
    intro: (overdue: { company: string; moment: string }) =>
      `${overdue.company} has had no answer. It was promised by ${overdue.moment}.`,
    hint: 'Propose terms, or write a note once you have answered another way: both stop this reminder.',
  },

  approvalRequested: {
    subject: (deal: { company: string; total: string }) => `Approval needed: ${deal.company}, ${deal.total}`,
    title: 'An offer needs your approval',
    preheader: (name: string) => `Requested by ${name}.`,
    intro: (asked: { name: string; company: string }) =>
      `${asked.name} would like to release an offer to ${asked.company}. It needs an approver because:`,
    fourEyes: 'Whoever requested an approval cannot give it.',
    button: 'Review and decide',
  },

  approvalOverdue: {
    subject: (deal: { company: string; total: string }) =>
      `Still waiting for approval: ${deal.company}, ${deal.total}`,
    title: 'This approval is overdue',
    intro: (asked: { name: string; company: string; moment: string }) =>
      `${asked.name} requested approval of an offer to ${asked.company} on ${asked.moment}. Nobody has decided yet, and the offer cannot be created before that. It needs an approver because:`,
    ownerHint: 'Ask an approver directly, or propose terms that need no approval.',
  },

  approvalDecided: {
    subject: {
      approved: (company: string) => `Approved: offer for ${company}`,
      rejected: (company: string) => `Not approved: offer for ${company}`,
    },
    title: { approved: 'The offer is approved', rejected: 'The offer is not approved' },
    intro: {
      approved: (name: string) => `${name} has approved the offer.`,
      rejected: (name: string) => `${name} has not approved the offer.`,
    },
    next: {
      approved: 'AWS is creating it now. The signer gets a mail with the link as soon as it is ready.',
      rejected: 'Propose new terms and mark the negotiation done again.',
    },
    comment: 'Comment',
  },

  offer: {
    subject: (offer: { product: string; day: string }) =>
      `Your offer for ${offer.product}: accept by ${offer.day}`,
    title: 'Your private offer is ready',
    preheader: (offer: { total: string; accounts: string }) =>
      `${offer.total}, for AWS account ${offer.accounts}`,
    intro: (product: string) =>
      `Your private offer for ${product} is waiting in AWS Marketplace. Please check the details below and accept it in time.`,
    replaces: (offerId: string) =>
      `This offer replaces the earlier offer ${offerId}. Please use only this one.`,
    button: 'Review Offer',
    page: 'On your deal page you can ask for a change or for more time, forward the offer to a colleague, or decline it:',
    pageLink: 'Open your deal page',
    stepsTitle: 'How to accept',
    signIn: (accounts: string) =>
      `Sign in to the AWS console with AWS account ${accounts}. Then press “Review Offer” above.`,
    units: {
      one: (units: number) => `In the contract options, set the number of units to ${units}.`,
      each: (items: { label: string; units: number }[]) =>
        `In the contract options, set the number of units: ${items.map(item => `${item.label} to ${item.units}`).join(', ')}.`,
    },
    subscribe: 'Check the terms and press “Subscribe”.',
    setUp: (product: string) =>
      `Press “Set up your account”. Only this step links your purchase to ${product}, so please do not leave it out.`,
    permissionsTitle: 'Permissions you need',
    permissions: (policy: string) =>
      `Your AWS user or role needs the AWS managed policy ${policy}, or at least these actions:`,
    administrator:
      'If you do not have them, forward this mail to your AWS administrator. If your company runs a Private Marketplace, the administrator must allow the product there first.',
    notFoundTitle: 'If AWS shows “404 – page not found”',
    notFound: (accounts: string) =>
      `The offer is still there. AWS shows a 404 when you are not signed in, or signed in to another account: only AWS account ${accounts} can see this offer.`,
    switchAccount:
      'Sign out of AWS, sign in to that account, and open the link again. With IAM Identity Center, choose the account in your AWS access portal first.',
  },

  offerExtended: {
    subject: (offer: { product: string; day: string }) =>
      `More time for your ${offer.product} offer: until ${offer.day}`,
    title: 'You have more time',
    preheader: 'Everything else in the offer stays as it was.',
    intro: (offer: { product: string; moment: string }) =>
      `We have extended your private offer for ${offer.product}. You can now accept it until ${offer.moment}. Everything else stays as it was.`,
  },

  offerExpiring: {
    signer: {
      subject: (offer: { days: number; product: string }) =>
        `${daysLeft(offer.days)}: your ${offer.product} offer is waiting for you`,
      title: (days: number) => `${daysLeft(days)} to accept your offer`,
      intro: (offer: { product: string; moment: string }) =>
        `Your private offer for ${offer.product} ends on ${offer.moment}. After that AWS no longer accepts it, and the terms may have to be agreed again.`,
      more: 'If you need more time or a change, tell us on your deal page:',
    },
    contact: {
      subject: (offer: { days: number; product: string }) =>
        `${daysLeft(offer.days)}: the ${offer.product} offer is not accepted yet`,
      title: (days: number) => `${daysLeft(days)} for your company’s offer`,
      intro: (offer: { product: string; moment: string; signer: string }) =>
        `The private offer for ${offer.product} that you asked us for ends on ${offer.moment}. ${offer.signer} can accept it, but has not done so yet.`,
      ask: (signer: string) =>
        `Could you check with ${signer} whether anything is missing? If somebody else should accept, or you need more time, tell us on the deal page.`,
      button: 'Open the deal page',
    },
    preheader: (offer: { total: string; moment: string }) => `${offer.total}, until ${offer.moment}`,
  },

  offerExpired: {
    subject: (deal: { company: string; product: string }) => `Expired: ${deal.company}, ${deal.product}`,
    title: 'The offer has expired',
    preheader: 'You can still revive it.',
    intro: (moment: string) => `Nobody accepted the offer by ${moment}.`,
    revive: (moment: string) =>
      `Extending it revives it, until ${moment}. After that the deal closes by itself as expired.`,
  },

  offerWithdrawn: {
    subject: {
      declined: (product: string) => `Your ${product} offer is closed`,
      withdrawn: (product: string) => `Your ${product} offer is withdrawn`,
    },
    title: { declined: 'The offer is closed', withdrawn: 'The offer is withdrawn' },
    intro: {
      declined: (product: string) =>
        `You have declined our private offer for ${product}, and we have taken it back. Thank you for letting us know.`,
      withdrawn: (product: string) => `We have withdrawn our private offer for ${product}.`,
    },
    effect: (offerId: string) =>
      `Offer ${offerId} can no longer be accepted in AWS Marketplace. AWS charges you nothing for it.`,
    unexpected: 'If this is not what you expected, or you would like a new offer, reply to this mail.',
  },

  buyerRequest: {
    subject: {
      change: (company: string) => `${company} asks for a change`,
      moreTime: (company: string) => `${company} asks for more time`,
    },
    title: { change: 'The buyer asks for a change', moreTime: 'The buyer asks for more time' },
    intro: {
      change: 'A released offer cannot be changed. Propose new terms: the new offer replaces this one.',
      moreTime: 'Extend the offer, or tell the buyer why you cannot.',
    },
    message: 'Their words',
  },

  offerDeclined: {
    subject: (deal: { company: string; product: string }) =>
      `${deal.company} declined the ${deal.product} offer`,
    title: 'The buyer has declined',
    preheader: 'The offer is being withdrawn at AWS.',
    intro: (company: string) =>
      `${company} has declined the offer. It is being withdrawn at AWS; the deal then closes by itself.`,
    reason: 'Their reason',
  },

  accepted: {
    subject: (deal: { company: string; product: string }) => `Accepted: ${deal.company}, ${deal.product}`,
    title: 'The buyer has accepted',
    preheader: (total: string) => `${total}. Next: the buyer sets up the account.`,
    intro: (company: string) => `${company} has accepted the private offer in AWS Marketplace.`,
    next: {
      absent:
        'Next, the buyer sets up the account. If nobody comes from AWS, the signer is reminded by itself.',
      arrived: 'The buyer has already come from AWS and is setting up the account.',
    },
    differs: 'Nothing is granted before a person has looked at this:',
  },

  setUpReminder: {
    absent: {
      subject: (product: string) => `One step left: set up your ${product} account`,
      title: 'One step is left',
      intro: (deal: { product: string; day: string }) =>
        `Thank you for accepting our offer for ${deal.product} on ${deal.day}. Your purchase is not linked to an account yet, so you cannot use it although its term may have begun.`,
    },
    left: {
      subject: (product: string) => `Continue setting up your ${product} account`,
      title: 'Your set-up is not finished',
      intro: (deal: { product: string; day: string }) =>
        `You began to set up your ${deal.product} account, but your purchase of ${deal.day} is not linked to an organization yet. Everything you entered is kept.`,
    },
    preheader: 'It takes about five minutes.',
    manage: 'Open Manage subscriptions',
    resume: 'Continue set-up',
    stepsTitle: { absent: 'How to get there', left: 'If the page does not open, come through AWS' },
    steps: (deal: { account: string; product: string }) => [
      `Sign in to the AWS console with AWS account ${deal.account}.`,
      'Open AWS Marketplace and choose “Manage subscriptions”.',
      `Choose ${deal.product}.`,
      'Press “Set up product” (on some pages: “Set up your account”). You come to our page and can register or sign in there.',
    ],
    forward: 'If a colleague should do this, forward this mail.',
  },

  handOver: {
    subject: (deal: { product: string; company: string }) =>
      `Please finish setting up ${deal.product} for ${deal.company}`,
    title: 'A colleague needs your help',
    preheader: 'Choose the organization that AWS bills.',
    opening: (_vendor: string) => '',
    intro: (deal: { product: string; company: string }) =>
      `${deal.company} has bought ${deal.product} through AWS Marketplace. A colleague asks you to finish the set-up, because it takes somebody who may decide which organization is billed.`,
    stepsTitle: 'What to do',
    steps: (email: string) => [
      `Press the button and sign in with ${email}, or register with this address.`,
      'Choose the organization that AWS bills, or create a new one.',
      'Check what changes, and confirm.',
    ],
    button: 'Continue set-up',
    notYou: 'If you do not know about this purchase, please ignore this mail or tell us.',
  },

  confirmation: {
    subject: (product: string) => `${product} is ready: billed through AWS Marketplace`,
    title: 'Everything is set up',
    preheader: (organization: string) => `${organization} is linked to your AWS Marketplace agreement.`,
    intro: {
      user: (link: { organization: string; product: string }) =>
        `${link.organization} is now linked to your AWS Marketplace agreement. You can start using ${link.product}.`,
      signer: (link: { organization: string; product: string; user: string }) =>
        `${link.user} has finished the set-up: ${link.organization} is now linked to the AWS Marketplace agreement that you accepted. There is nothing left for you to do.`,
    },
    stepsTitle: 'First steps',
    steps: (product: string) => [
      `Open ${product} and sign in.`,
      'Check on the billing page that AWS Marketplace bills your organization.',
      'Invite your colleagues to the organization.',
    ],
    button: (product: string) => `Open ${product}`,
    billing: 'Open the billing page',
    invoices: (product: string) =>
      `AWS invoices by calendar month. The dates on your AWS invoice may therefore differ from those on the usage statements in ${product}.`,
    keep: 'Please keep this mail: with the agreement ID we find your purchase at once.',
  },

  activatedNotice: {
    subject: (deal: { company: string; product: string }) => `Active: ${deal.company}, ${deal.product}`,
    title: 'The deal is active',
    preheader: (organization: string) => `${organization} is linked to AWS billing.`,
    intro: (deal: { company: string; organization: string }) =>
      `${deal.company} has set up its account. ${deal.organization} is linked to AWS billing, and the buyer has the confirmation.`,
  },

  agreementChanged: {
    user: {
      subject: {
        amended: (product: string) => `Your ${product} agreement has changed`,
        renewed: (product: string) => `Your ${product} agreement has been renewed`,
        replaced: (product: string) => `Your new ${product} agreement is in place`,
      },
      title: {
        amended: 'Your agreement has changed',
        renewed: 'Your agreement has been renewed',
        replaced: 'Your new agreement is in place',
      },
      intro: {
        amended: (product: string) =>
          `Your AWS Marketplace agreement for ${product} has been changed. This is what it says now:`,
        renewed: (product: string) => `Your AWS Marketplace agreement for ${product} has been renewed.`,
        replaced: (product: string) =>
          `A new AWS Marketplace agreement for ${product} has replaced your earlier one.`,
      },
      keep: (organization: string) =>
        `${organization} stays linked to AWS Marketplace billing. There is nothing for you to do.`,
      unexpected: 'If you did not expect this, reply to this mail.',
    },
    owner: {
      subject: {
        amended: (deal: { company: string; product: string }) => `Amended: ${deal.company}, ${deal.product}`,
        renewed: (deal: { company: string; product: string }) => `Renewed: ${deal.company}, ${deal.product}`,
        replaced: (deal: { company: string; product: string }) =>
          `Replaced: ${deal.company}, ${deal.product}`,
      },
      title: {
        amended: 'The agreement was amended',
        renewed: 'The agreement was renewed',
        replaced: 'The agreement was replaced',
      },
      intro: {
        amended: (company: string) => `The agreement with ${company} was changed in AWS Marketplace.`,
        renewed: (company: string) => `The agreement with ${company} was renewed in AWS Marketplace.`,
        replaced: (company: string) =>
          `A new agreement with ${company} has replaced the earlier one in AWS Marketplace.`,
      },
      effect:
        'The new terms are read from AWS and passed on to the account and the product by themselves. You hear from us again if they differ from what was agreed.',
    },
  },

  termEnding: {
    signer: {
      ends: {
        subject: (term: { product: string; days: number }) =>
          `${daysLeft(term.days)}: your ${term.product} agreement is ending`,
        title: (days: number) => `${daysLeft(days)} until your agreement ends`,
        intro: (term: { product: string; day: string }) =>
          `Your AWS Marketplace agreement for ${term.product} ends on ${term.day}. It does not renew by itself, so you need a new agreement to keep using ${term.product}.`,
        next: 'Would you like to continue? Reply to this mail, and we will prepare your next offer.',
      },
      renews: {
        subject: (term: { product: string; days: number }) =>
          `Your ${term.product} agreement renews ${inDays(term.days)}`,
        title: (days: number) => `Your agreement renews ${inDays(days)}`,
        intro: (term: { product: string; day: string }) =>
          `Your AWS Marketplace agreement for ${term.product} renews by itself on ${term.day}. To continue as before, there is nothing for you to do.`,
        next: 'To stop the renewal, open “Manage subscriptions” in the AWS console before that day. If you would like other terms, reply to this mail.',
      },
    },
    owner: {
      ends: {
        subject: (term: { company: string; product: string; days: number }) =>
          `${daysLeft(term.days)} in the term: ${term.company}, ${term.product}`,
        title: (days: number) => `${daysLeft(days)} in the term`,
        intro: (term: { company: string; day: string }) =>
          `The agreement with ${term.company} ends on ${term.day} and does not renew by itself.`,
        next: 'Agree on the next term with the buyer, and have a new private offer ready in time.',
      },
      renews: {
        subject: (term: { company: string; product: string; days: number }) =>
          `Renews ${inDays(term.days)}: ${term.company}, ${term.product}`,
        title: (days: number) => `The agreement renews ${inDays(days)}`,
        intro: (term: { company: string; day: string }) =>
          `The agreement with ${term.company} renews by itself on ${term.day}.`,
        next: 'Check with the buyer whether the terms still fit.',
      },
    },
  },

  accessEnded: {
    buyer: {
      subject: {
        cancelled: (product: string) => `Your ${product} agreement has been cancelled`,
        expired: (product: string) => `Your ${product} agreement has ended`,
        terminated: (product: string) => `Your ${product} agreement has been terminated`,
        paymentFailed: (product: string) => `Payment failed: your ${product} access has ended`,
        ended: (product: string) => `Your ${product} agreement has ended`,
        licenseTaken: (product: string) => `Your ${product} access has ended`,
      },
      title: {
        cancelled: 'Your agreement has been cancelled',
        expired: 'Your agreement has ended',
        terminated: 'Your agreement has been terminated',
        paymentFailed: 'Your payment did not go through',
        ended: 'Your agreement has ended',
        licenseTaken: 'Your access has ended',
      },
      intro: {
        cancelled: (product: string) =>
          `Your AWS Marketplace agreement for ${product} has been cancelled. Thank you for having used it.`,
        expired: (product: string) =>
          `The term of your AWS Marketplace agreement for ${product} is over. Thank you for having used it.`,
        terminated: (product: string) =>
          `Your AWS Marketplace agreement for ${product} was ended before its term was over.`,
        paymentFailed: (product: string) =>
          `AWS could not collect the payment for ${product} and has therefore ended your agreement.`,
        ended: (product: string) => `Your AWS Marketplace agreement for ${product} has ended.`,
        licenseTaken: (product: string) => `AWS Marketplace has withdrawn your license for ${product}.`,
      },
      effect: (organization: string) =>
        `${organization} is no longer linked to AWS Marketplace billing, and what came with the agreement can no longer be used.`,
      next: {
        cancelled: again,
        expired: again,
        terminated: again,
        paymentFailed: (account: string) =>
          `Please check the payment method of AWS account ${account}, then reply to this mail. We will prepare a new offer for you.`,
        ended: again,
        licenseTaken: (_account: string) =>
          'If you did not expect this, reply to this mail. We will find out what has happened.',
      },
    },
    owner: {
      subject: {
        cancelled: (deal: { company: string; product: string }) =>
          `Cancelled: ${deal.company}, ${deal.product}`,
        expired: (deal: { company: string; product: string }) =>
          `Term over: ${deal.company}, ${deal.product}`,
        terminated: (deal: { company: string; product: string }) =>
          `Terminated: ${deal.company}, ${deal.product}`,
        paymentFailed: (deal: { company: string; product: string }) =>
          `Payment failed: ${deal.company}, ${deal.product}`,
        ended: (deal: { company: string; product: string }) => `Ended: ${deal.company}, ${deal.product}`,
        licenseTaken: (deal: { company: string; product: string }) =>
          `License withdrawn: ${deal.company}, ${deal.product}`,
      },
      title: {
        cancelled: 'The agreement was cancelled',
        expired: 'The term is over',
        terminated: 'The agreement was terminated',
        paymentFailed: 'The buyer’s payment failed',
        ended: 'The agreement has ended',
        licenseTaken: 'AWS has withdrawn the license',
      },
      intro: {
        cancelled: (company: string) => `The agreement with ${company} was cancelled in AWS Marketplace.`,
        expired: (company: string) => `The agreement with ${company} has reached its end.`,
        terminated: (company: string) => `The agreement with ${company} was ended before its term was over.`,
        paymentFailed: (company: string) =>
          `AWS could not collect the payment from ${company} and has therefore ended the agreement.`,
        ended: (company: string) => `The agreement with ${company} has ended.`,
        licenseTaken: (company: string) => `AWS has withdrawn the license of ${company}.`,
      },
      effect:
        'The deal is closed. If anything was granted, the account and the product take it back by themselves.',
      ask: 'The buyer can no longer use the product, although the agreement still runs. Ask AWS or the buyer for the reason.',
    },
  },

  stuckNotice: {
    subject: (deal: { company: string; reason: string }) => `Stuck: ${deal.company}. ${deal.reason}`,
    title: 'This deal needs you',
    preheader: (reason: string) => reason,
    intro: (company: string) => `The deal with ${company} cannot go on by itself.`,
    cures: {
      retryStep: 'Correct the cause, then press “Try again” in the deal.',
      proposeTerms: 'Propose corrected terms in the deal. The offer is then created by itself.',
      assignOwner: 'Assign an owner in the deal.',
      linkOrganization: 'Ask the buyer to choose another organization on the set-up page.',
    } satisfies Record<Stuck['cure'], string> as Record<Stuck['cure'], string>,
    /** In place of the first words, once a day has gone by. */
    still: (days: number) => ({
      subject: (deal: { company: string; reason: string }) => `Still stuck: ${deal.company}. ${deal.reason}`,
      title: 'This deal still needs you',
      intro: (company: string) =>
        `The deal with ${company} has been stuck for ${count(days, 'day')}. It cannot go on by itself.`,
    }),
  },

  emailVerification: {
    subject: (vendor: string) => `Confirm your e-mail address for ${vendor}`,
    title: 'Confirm your e-mail address',
    preheader: (moment: string) => `The link is good until ${moment}.`,
    opening: (_vendor: string) => '',
    intro: 'One press, and your address is confirmed. You then continue where you left off.',
    button: 'Confirm e-mail address',
    validity: (moment: string) =>
      `The link is good until ${moment}. After that you can ask for a new one on the sign-in page.`,
    notYou: 'You did not register? Then please ignore this mail: no account is used without this step.',
  },

  accountExists: {
    subject: (vendor: string) => `You already have an account with ${vendor}`,
    title: 'You already have an account',
    preheader: 'Please sign in instead of registering.',
    opening: (_vendor: string) => '',
    intro:
      'Somebody has just tried to register with this e-mail address, but it already belongs to an account. If it was you, please sign in instead.',
    button: 'Sign in',
    notYou: 'If it was not you, there is nothing to do. Your account has not been changed.',
  },
};
