import type * as en from '../../en/proposal/mails.ts';

export const proposal: typeof en.proposal = {
  subject: ({ product, day }) => `${product} のご提案（有効期限：${day}）`,
  subjectNew: ({ product, day }) => `${product} の新しいご提案（有効期限：${day}）`,
  title: 'ご提案をお送りします',
  titleNew: '新しいご提案をお送りします',
  preheader: ({ total, accounts }) => `${total} / AWS アカウント ${accounts}`,
  intro: product =>
    `${product} の条件をご提案いたします。お客様専用ページで、合意のご回答、条件変更のご依頼、決裁者の方への転送ができます。`,
  introNew: product =>
    `${product} のご提案を更新しました。先にお送りしたご提案に代わるものです。変更点を先に記載しております。`,
  asked: contact =>
    `このご提案は ${contact} 様よりご依頼いただいたものです。AWS で承諾される方として、このメールをお送りしております。`,
  button: '内容を確認して回答する',
  changes: '前回のご提案からの変更点',
  change: ({ before, after }) => `${before} → ${after}`,
  terms: 'ご提案の条件',
  validUntil: '有効期限',
  next: '合意のご回答だけでは、ご購入は成立しません。合意後に同じ条件のプライベートオファーを AWS Marketplace にご用意しますので、そちらで承諾をお願いいたします。',
};

export const proposalReminder: typeof en.proposalReminder = {
  subject: product => `${product} のご提案について（ご回答のお願い）`,
  title: 'ご提案へのご回答をお待ちしています',
  preheader: moment => `有効期限は ${moment}です。`,
  intro: ({ product, moment }) =>
    `お送りした ${product} のご提案の有効期限は ${moment}です。お客様専用ページで、合意のご回答、条件変更のご依頼、決裁者の方への転送ができます。`,
};

export const proposalWithdrawn: typeof en.proposalWithdrawn = {
  subject: product => `${product} のご提案の取り下げについて`,
  title: 'ご提案を取り下げました',
  preheader: 'このご提案には合意いただけなくなりました。',
  intro: product =>
    `${product} のご提案を取り下げましたため、合意のご回答を承ることができなくなりました。お心当たりのない場合は、このメールにご返信ください。`,
  page: 'お手続きの状況は、お客様専用ページでご確認いただけます。',
};

export const proposalAgreed: typeof en.proposalAgreed = {
  subject: ({ company, total }) => `合意のご回答：${company}（${total}）`,
  title: 'お客様が提案に合意されました',
  preheader: '次は、条件合意の記録です。',
  intro: ({ name, company, version, moment }) =>
    `${company} の ${name} 様が、${moment}に条件の第 ${version} 版に合意されました。`,
  next: '案件の画面で条件合意を記録してください。上限を超える場合は承認を経て、AWS でオファーが作成されます。',
};

export const proposalRequest: typeof en.proposalRequest = {
  intro:
    '新しい条件を提示してください。現在の提案に代わります。変更しない場合は、その理由をお客様にお伝えください。',
  overdue: ({ company, moment }) =>
    `${company} 様から ${moment}にご希望をいただきましたが、提案はまだ変更されていません。`,
  lead: ({ company, moment }) =>
    `${company} 様から ${moment}にご希望をいただいています。営業担当にはリマインド済みですが、提案はまだ変更されていません。`,
  leadAction: '担当者に状況を確認するか、代わりに新しい条件を提示してください。',
};
