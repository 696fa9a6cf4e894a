import type * as en from '../../en/mails/offer-end.ts';
import { leftUntil, timeLeft } from './days.ts';

export const offerExpiring: typeof en.offerExpiring = {
  signer: {
    subject: ({ hours, product }) => `【${timeLeft(hours)}】${product} のオファーの承諾期限が近づいています`,
    title: hours => leftUntil('承諾期限まで', hours),
    intro: ({ product, moment }) =>
      `${product} のプライベートオファーの承諾期限は ${moment}です。期限を過ぎると AWS で承諾できなくなり、条件をあらためてご相談させていただく場合がございます。`,
    more: '期限の延長や条件の変更をご希望の場合は、お客様専用ページからお知らせください。',
  },
  contact: {
    subject: ({ hours, product }) => `【${timeLeft(hours)}】${product} のオファーがまだ承諾されていません`,
    title: hours => leftUntil('承諾期限まで', hours),
    intro: ({ product, moment, signer }) =>
      `ご依頼いただいた ${product} のプライベートオファーの承諾期限は ${moment}です。承諾される ${signer} 様のお手続きが、まだ完了していません。`,
    ask: signer =>
      `お手数ですが、${signer} 様にお手続きの状況をご確認いただけますでしょうか。承諾される方の変更や期限の延長をご希望の場合は、お客様専用ページからお知らせください。`,
    button: 'お客様専用ページを開く',
  },
  preheader: ({ total, moment }) => `${total} / ${moment}まで`,
};

export const offerExpired: typeof en.offerExpired = {
  subject: ({ company, product }) => `期限切れ：${company}（${product}）`,
  title: 'オファーの期限が切れました',
  preheader: '期限を延長すると、再び有効になります。',
  intro: moment => `承諾期限の ${moment}までに、オファーが承諾されませんでした。`,
  revive: moment =>
    `${moment}までに期限を延長すると、オファーは再び有効になります。それを過ぎると、案件は期限切れとして自動的に終了します。`,
};

export const offerWithdrawn: typeof en.offerWithdrawn = {
  subject: {
    declined: product => `${product} のオファーの終了について`,
    withdrawn: product => `${product} のオファー取り下げのお知らせ`,
  },
  title: { declined: 'オファーを終了しました', withdrawn: 'オファーを取り下げました' },
  intro: {
    declined: product =>
      `${product} のプライベートオファーにつきまして、ご辞退を承りました。オファーは終了しております。ご検討いただき、誠にありがとうございました。`,
    withdrawn: product => `${product} のプライベートオファーを取り下げましたので、お知らせいたします。`,
  },
  effect: offerId =>
    `オファー（${offerId}）は、AWS Marketplace で承諾できなくなりました。このオファーに関する AWS からの請求は発生しません。`,
  unexpected: 'お心当たりのない場合や、新しいオファーをご希望の場合は、このメールにご返信ください。',
};
