/** The words of the page on which staff enter an inquiry. */
export const newInquiry = {
  title: 'New inquiry',
  lead: 'For an inquiry that came by mail or phone. The contact gets a receipt by mail.',
  submit: 'Open a deal',
  fields: {
    company: 'Company',
    name: 'Contact’s name',
    email: 'Contact’s e-mail',
    language: 'Language of our mails',
    timeZone: 'Time zone',
    awsAccountId: 'AWS account ID',
    message: 'What they need',
  },
  problems: {
    company: 'Enter the name of the company.',
    name: 'Enter the name of the contact.',
    message: 'Describe what they need.',
  },
};
