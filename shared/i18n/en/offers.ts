/** The buyer's deal page: where the deal stands, what was agreed, what to do in AWS, what can be asked. */
export const offers = {
  title: (product: string) => `Private offer for ${product}`,
  titleWithoutProduct: 'Your inquiry',
  forCompany: (company: string) => `Prepared for ${company}`,
  reference: 'Reference number',

  journey: 'Steps to your account',
  steps: {
    offer: 'Agree on terms',
    accept: 'Accept in AWS',
    setUp: 'Set up your account',
    use: 'Start using it',
  },

  status: {
    inquiry: {
      title: 'We have your inquiry',
      text: 'We are reading it and will write to you by mail. There is nothing you need to do.',
    },
    negotiating: {
      title: 'We are discussing the terms',
      text: 'Answer our mails, or write to us about anything that is still open. The offer appears here when it is ready.',
    },
    proposed: {
      title: 'Our proposal is ready for your answer',
      text: 'Read the terms below, then agree to them, ask for a change, or forward them to whoever decides.',
    },
    agreed: {
      title: 'You have agreed to our proposal',
      text: 'We are preparing the private offer in AWS Marketplace and will write to you when it is ready. There is nothing you need to do.',
    },
    preparing: {
      title: 'Your offer is being prepared',
      text: 'AWS usually needs a few minutes, sometimes an hour. We will send you a mail when the offer is ready.',
    },
    offered: {
      title: 'Your offer is ready to review',
      text: 'Check the list below, then review and accept the offer in AWS Marketplace.',
    },
    offerExpired: {
      title: 'The offer has expired',
      text: 'It can no longer be accepted in AWS. If you still want it, ask for more time below and we will extend it.',
    },
    takingBack: {
      title: 'The offer is being withdrawn',
      text: 'We have recorded your decision and are removing the offer from AWS. Please do not accept it any more.',
    },
    accepted: {
      title: 'You have accepted. One step is left',
      text: 'The purchase is not connected to an account yet. In AWS Marketplace, choose the product under “Manage subscriptions” and press “Set up product”.',
    },
    startsLater: {
      title: 'You have accepted. The agreement starts later',
      text: 'AWS provides the product when the agreement starts. Until then there is nothing you need to do; we will write to you when you can set up your account.',
    },
    settingUp: {
      title: 'Set up your account',
      text: 'You have arrived from AWS Marketplace. Choose the organization that will be billed to finish.',
    },
    activating: {
      title: 'Your account is being activated',
      text: 'AWS is confirming the purchase, which can take a few minutes. You will receive a mail when it is done; there is nothing you need to do.',
    },
    delayed: {
      title: 'This is taking longer than usual',
      text: 'We are looking into it and will write to you. Your purchase is safe; there is nothing you need to do.',
    },
    active: {
      title: 'Everything is set up',
      text: 'Your organization is billed through AWS Marketplace.',
    },
    accessEnded: {
      title: 'AWS has ended your access',
      text: 'AWS Marketplace has taken the license back, so the product cannot be used at the moment. We are finding out why. If you did not expect this, write to us.',
    },
    paymentFailed: {
      title: 'AWS could not collect the payment',
      text: 'AWS has taken the agreement back, and nothing is charged. Check the payment method of the AWS account, and that it can pay in the region and currency of the offer; then write to us, and we make you a new offer with the same terms.',
    },
    ended: {
      title: 'This agreement has ended',
      text: 'If you want to go on using the product, send us a new inquiry.',
    },
    declined: {
      title: 'You have declined this offer',
      text: 'The offer can no longer be accepted. If your plans change, send us a new inquiry.',
    },
    withdrawn: {
      title: 'This offer has been withdrawn',
      text: 'It can no longer be accepted. If you did not expect this, write to us.',
    },
    expired: {
      title: 'This offer has ended',
      text: 'Nobody accepted it in time. If you still want it, send us a new inquiry and we will prepare a new offer.',
    },
    lost: {
      title: 'This inquiry is closed',
      text: 'If you are still interested, send us a new inquiry.',
    },
  },
  startsOn: 'The agreement starts on',
  reviewOffer: 'Review Offer',
  manage: 'Open AWS Marketplace subscriptions',
  continueSetUp: 'Continue setting up',
  otherBrowser:
    'In another browser, or if a colleague should finish it: open “Manage subscriptions” in AWS Marketplace, choose the product and press “Set up product”.',
  billing: 'See billing',
  console: 'Open the product',
  newInquiry: 'Send a new inquiry',
  writeToUs: 'Write to us',
  opensAws: 'Opens AWS Marketplace in a new tab.',
  acceptBy: 'Accept by',

  agreed: 'The terms',
  fields: {
    product: 'Product',
    offerId: 'Offer ID',
    agreementId: 'Agreement ID',
    organization: 'Organization',
    accounts: 'AWS accounts that can accept',
    account: 'AWS account billed',
    duration: 'Duration',
    term: 'Term',
    payment: 'Payment',
    total: 'Total',
    eula: 'License agreement',
  },
  months: (count: number) => (count === 1 ? '1 month from acceptance' : `${count} months from acceptance`),
  from: (start: string, end: string) => `${start} to ${end}`,
  since: (start: string) => `From ${start}`,
  paidAtOnce: 'In full, charged by AWS on acceptance',
  paidInParts: 'In instalments, as listed below',
  taxes: 'AWS puts the charge on your AWS bill and adds taxes where they apply.',
  standardEula: 'Standard Contract for AWS Marketplace',
  customEula: 'License agreement (opens the document)',
  dimensions: {
    caption: 'What the offer contains',
    item: 'Item',
    units: 'Units',
    unitsToChoose: 'Units to choose',
    price: 'Price per unit',
    amount: 'Amount',
  },
  payments: { caption: 'Payment schedule', date: 'Charged on', amount: 'Amount' },

  preflight: {
    title: 'Before you open the offer',
    left: (count: number) =>
      `Tick what you have checked: ${count} left. Everybody with this link sees the ticks.`,
    allDone: 'All checked. You can open the offer now.',
    policy: 'IAM policy to copy',
    inAws: 'In AWS Marketplace',
    account: 'Are you signed in to the right AWS account?',
    accountText: (accounts: string) =>
      `Only this account can see the offer: ${accounts}. The account ID is in the upper right corner of the AWS console.`,
    accountsText: (accounts: string) =>
      `Only these accounts can see the offer: ${accounts}. The account ID is in the upper right corner of the AWS console.`,
    permissions: 'Do you have the permissions to buy?',
    permissionsText:
      'Your AWS user needs the managed policy AWSMarketplaceManageSubscriptions, or at least the actions of the policy below. If you are not sure, forward this page to your AWS administrator.',
    privateMarketplace: 'Does your company use a private marketplace?',
    privateMarketplaceText:
      'Then your AWS administrator must allow the product there first. If the administrator account cannot see the offer, tell us its account ID.',
    notFound: 'Does AWS show a 404 page?',
    notFoundText:
      'Then you are signed in to another account, or the offer has expired. Sign out of AWS, sign in to the account named above, and open the offer from here again.',
    units: 'Choose the number of units',
    unitsText: (units: string) =>
      `On the AWS page, set the units under “Contract options”: ${units}. Leave nothing at 0.`,
    after: 'After you press “Subscribe”',
    afterText:
      'Press “Set up your account” on the same page. Only then can we connect the purchase to your account. If you closed the page: “Manage subscriptions”, the product, “Set up product”.',
  },

  actions: {
    title: 'Something else?',
    'write-to-us': {
      title: 'Write to us',
      label: 'Your message',
      hint: 'We answer here and by mail.',
      button: 'Send message',
    },
    'ask-for-change': {
      title: 'Ask for a change',
      label: 'What should change?',
      hint: 'A released offer cannot be changed in AWS. We will send you a new one that replaces it.',
      button: 'Send request',
    },
    'ask-for-more-time': {
      title: 'Ask for more time',
      label: 'Until when do you need it, and why?',
      hint: 'We can extend the offer. It stays as it is until then.',
      button: 'Send request',
    },
    'decline-offer': {
      title: 'Decline the offer',
      label: 'Why does it not fit?',
      hint: 'This ends the offer: nobody can accept it any more.',
      button: 'Decline the offer',
    },
  },
  forward: {
    title: 'Forward to the signer or AWS administrator',
    text: 'Opens your mail program with everything the other person needs. Whoever has the link can see this page and answer for your company.',
    button: 'Write the mail',
    subject: (product: string, vendor: string) => `Please accept in AWS: ${product} from ${vendor}`,
    greeting: 'Hello,',
    what: (product: string, vendor: string) =>
      `${vendor} has prepared a private offer for ${product} on AWS Marketplace. Could you accept it for us?`,
    page: 'Terms and instructions:',
    total: 'Total:',
    until: 'Accept by:',
    accounts: 'AWS account:',
    permissions: 'Permissions needed: AWSMarketplaceManageSubscriptions',
    after: 'After subscribing, please press “Set up your account”.',
  },

  request: {
    change: 'You asked for a change',
    moreTime: 'You asked for more time',
    message: 'Your message is with us',
    text: (at: string) => `Sent ${at}. We will answer by mail.`,
  },
  answer: {
    applied: {
      askForChange: 'Thank you. Your request is with us.',
      askForMoreTime: 'Thank you. Your request is with us.',
      declineOffer: 'Your decision is recorded.',
    },
    refused: 'This could not be completed',
    pending: 'We have received this',
    pendingText: 'It is safe and will appear here in a moment.',
  },
  notSent: {
    title: 'We could not receive this just now',
    text: 'Nothing you typed is lost. Wait a minute and press the button again. It will not be sent twice.',
  },
  emptyText: 'Write a few words, so that we know what to do.',
};
