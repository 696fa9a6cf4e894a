import type * as en from '../../en/mails/agreement.ts';
import { leftUntil, timeLeft } from './days.ts';

export const agreementChanged: typeof en.agreementChanged = {
  user: {
    subject: {
      amended: product => `${product} のご契約内容が変更されました`,
      renewed: product => `${product} のご契約が更新されました`,
      replaced: product => `${product} のご契約が新しい契約に切り替わりました`,
    },
    title: {
      amended: 'ご契約内容が変更されました',
      renewed: 'ご契約が更新されました',
      replaced: '新しいご契約に切り替わりました',
    },
    intro: {
      amended: product =>
        `AWS Marketplace での ${product} のご契約内容が変更されましたので、お知らせいたします。`,
      renewed: product =>
        `AWS Marketplace での ${product} のご契約が更新されましたので、お知らせいたします。`,
      replaced: product =>
        `AWS Marketplace での ${product} のご契約が新しいご契約に切り替わりましたので、お知らせいたします。`,
    },
    keep: organization =>
      `組織「${organization}」は、引き続きこのご契約に連携されています。お手続きは必要ありません。`,
    unexpected: 'お心当たりのない場合は、このメールにご返信ください。',
  },
  owner: {
    subject: {
      amended: ({ company, product }) => `契約変更：${company}（${product}）`,
      renewed: ({ company, product }) => `契約更新：${company}（${product}）`,
      replaced: ({ company, product }) => `契約切り替え：${company}（${product}）`,
    },
    title: {
      amended: '契約内容が変更されました',
      renewed: '契約が更新されました',
      replaced: '新しい契約に切り替わりました',
    },
    intro: {
      amended: company => `${company} 様の契約内容が、AWS Marketplace で変更されました。`,
      renewed: company => `${company} 様の契約が、AWS Marketplace で更新されました。`,
      replaced: company => `${company} 様の契約が、AWS Marketplace で新しい契約に切り替わりました。`,
    },
    effect:
      '契約の内容は AWS から自動で読み込み、アカウントと製品に反映します。合意した条件と異なる場合は、あらためてお知らせします。',
  },
};

export const termEnding: typeof en.termEnding = {
  signer: {
    ends: {
      subject: ({ product, hours }) => `【${timeLeft(hours)}】${product} のご契約がまもなく終了します`,
      title: hours => leftUntil('ご契約の終了まで', hours),
      intro: ({ product, day }) =>
        `AWS Marketplace での ${product} のご契約は、${day}に終了します。自動更新されませんので、引き続きご利用いただくには新しいご契約が必要です。`,
      next: '継続をご希望の場合は、このメールにご返信ください。次のオファーをご用意いたします。',
    },
    renews: {
      subject: ({ product, hours }) => `【${timeLeft(hours)}】${product} のご契約は自動更新されます`,
      title: hours => leftUntil('ご契約の自動更新まで', hours),
      intro: ({ product, day }) =>
        `AWS Marketplace での ${product} のご契約は、${day}に自動更新されます。そのまま継続される場合、お手続きは必要ありません。`,
      next: '更新を停止される場合は、更新日の前に AWS コンソールの「サブスクリプションの管理（Manage subscriptions）」でお手続きください。条件の変更をご希望の場合は、このメールにご返信ください。',
    },
  },
  owner: {
    ends: {
      subject: ({ company, product, hours }) => `契約終了（${timeLeft(hours)}）：${company}（${product}）`,
      title: hours => leftUntil('契約の終了まで', hours),
      intro: ({ company, day }) => `${company} 様の契約は、${day}に終了します。自動更新はされません。`,
      next: '次の契約についてお客様と相談し、期限に間に合うように新しいオファーを用意してください。',
    },
    renews: {
      subject: ({ company, product, hours }) => `自動更新（${timeLeft(hours)}）：${company}（${product}）`,
      title: hours => leftUntil('契約の自動更新まで', hours),
      intro: ({ company, day }) => `${company} 様の契約は、${day}に自動更新されます。`,
      next: '現在の条件のままでよいか、お客様に確認してください。',
    },
  },
};
