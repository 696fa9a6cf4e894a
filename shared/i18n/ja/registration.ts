import type * as en from '../en/all.ts';

export const registration: typeof en.registration = {
  start: {
    title: 'AWS Marketplace でご購入いただいた製品の設定',
    what: 'このページは、AWS Marketplace でサブスクライブした後に開くページです。直接アクセスされたため、どのご購入かを確認できません。',
  },
  expired: {
    title: 'AWS からのリンクの有効期限が切れました',
    what: 'AWS が発行するリンクは短い時間だけ有効です。ご購入内容は保持されています。次の手順で新しいリンクを開いてください（1 分ほどで完了します）。',
  },
  invalid: {
    title: 'AWS からのリンクを確認できませんでした',
    what: 'リンクの情報が途中で欠けた可能性があります。ご購入内容は保持されています。お手数ですが、AWS Marketplace からもう一度お越しください。',
  },
  missing: {
    title: 'ご購入の情報を受け取れませんでした',
    what: 'AWS Marketplace からの情報が不足していました。ご購入内容は保持されています。お手数ですが、AWS Marketplace からもう一度お越しください。',
  },
  unavailable: {
    title: 'ただいま手続きを完了できません',
    what: 'AWS または当方のサービスが応答していません。ご購入内容は保持されており、失われることはありません。',
    wait: '1 分ほど待ってから、このページを再読み込みしてください。フォームの再送信を確認する画面が表示されたら、そのまま再送信してかまいません。解消しない場合は、次の手順で AWS Marketplace からもう一度お越しください。',
  },
  unknownProduct: {
    title: '製品を確認できませんでした',
    what: 'AWS から通知された製品が、こちらに登録されていません。ご購入内容は保持されています。当方で確認し、対応します。',
    next: 'AWS アカウント ID と製品名を添えて、サポートまでご連絡ください。できるだけ早くご回答します。',
  },
  wayBack: {
    title: '設定に戻る手順',
    signIn: '製品を購入した AWS アカウントでサインインします。',
    manage: 'AWS Marketplace で「サブスクリプションの管理（Manage subscriptions）」を開きます。',
    setUp: products => `${products} を選び、「製品を設定（Set up product）」を押します。`,
    button: '「サブスクリプションの管理」を開く',
  },
  support: { before: '解消しない場合は ', after: ' までご連絡ください。設定の完了までお手伝いします。' },
  writeToUs: 'サポートに連絡する',
};
