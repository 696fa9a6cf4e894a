import type * as en from '../../../en/desk/settings/start.ts';

export const start: typeof en.start = {
  title: '導入チェックリスト',
  lead: ({ done, all }) =>
    `${all} 項目のうち ${done} 項目が完了しています。各項目は Offerdesk が自動で確認します。`,
  allDone: 'すべて完了しました。案件が完了メールまで到達しています。',
  banner: ({ done, all }) => `導入チェックリスト：${done}/${all} 項目が完了`,
  bannerText: '残りの項目を完了すると、最初のオファーを出せます。',
  bannerAction: '続ける',
  done: '完了',
  toDo: '未完了',
  noApprover:
    '承認者がいません。基準を超える条件が承認待ちのままになるため、承認者の役割を設定してください。',
  noPrice: '定価のない製品があります。割引率を計算できないため、すべての案件に承認が必要になります。',
  noMailYet:
    '受信の設定はありますが、メールがまだ届いていません。サポートのアドレスにメールを送ってください。',
  allow: (action, process) =>
    `${process} のロールの IAM ポリシーで ${action} を許可してから（必要な権限は deploy/aws/marketplace.yaml にあります）、もう一度お試しください。`,
  triedAt: moment => `${moment} に確認しました。`,
  processes: { api: 'api のロール', worker: 'worker のロール' },
  waitsForWorker:
    'worker に確認を依頼しました。数秒後に再読み込みしてください。結果が表示されない場合は、worker が動作していません。',
  states: { allowed: '許可', denied: '拒否', unavailable: '応答なし' },
  points: {
    staff: {
      title: 'メンバー',
      isDone: '2 名以上のメンバーと承認者がいます。',
      cure: 'メンバーが 1 名だけです。営業と承認者を招待してください（自分が依頼した承認は、自分では行えません）。',
      action: 'メンバーを招待',
    },
    product: {
      title: '製品と定価',
      isDone: '製品と定価が設定されています。',
      cure: '例の製品だけが設定されています。AWS Marketplace から製品を読み取り、定価を設定してください。',
      action: 'AWS Marketplace と照合',
    },
    aws: {
      title: 'AWS の権限',
      isDone: '確認した操作はすべて許可されています。',
      cure: '何も変更しない呼び出しで、api と worker の各権限を確認します。オファーを作成する StartChangeSet だけは、最初のオファーで確認されます。',
      action: '確認する',
    },
    event: {
      title: 'AWS からのイベント',
      isDone: 'AWS のイベントを受信しています。',
      cure: 'まだ受信していません。deploy/aws/marketplace.yaml をデプロイし、MARKETPLACE_QUEUE_URL または EventBridge の API 送信先を設定してください。AWS Marketplace Management Portal でオファーを作成してリリースすると、イベントが送信されます。',
      action: '再読み込み',
    },
    mail: {
      title: 'メールの送信',
      isDone: 'メールサーバーがメールを受け付けました。',
      cure: 'テンプレートを開き、「テスト送信する」を押すと自分宛てに送信されます。SMTP_URL と MAIL_FROM の設定が必要です。',
      action: 'テンプレートを開く',
    },
    inbound: {
      title: 'メールの受信',
      isDone: 'お客様からの返信を受信しています。',
      cure: 'サポートのアドレス宛てのメールを読み取る設定がありません。SUPPORT_IMAP_URL、またはメールサービスからの転送（MAIL_INBOUND_SECRET、MAIL_INBOUND_SNS_TOPICS）を設定してください。',
      action: '再読み込み',
    },
    buyer: {
      title: '案件の通しテスト',
      isDone: '案件が完了メールまで到達しました。',
      cure: '公開範囲が限定された製品とご自身の AWS アカウントを使い、お問い合わせから完了メールまでの案件を 1 件お試しください。',
      action: 'お問い合わせを登録',
    },
  },
};
