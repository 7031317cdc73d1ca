extension NetworkStrings {
  static let japanese = NetworkStrings(
    cause: { cause in
      switch cause {
      case .noName: "ホスト名が見つかりません"
      case .nameTimeout: "ネームサーバーの応答がありません"
      case .refused: "接続を拒否されました"
      case .unreachable: "接続できません"
      case .timedOut: "時間内に応答がありません"
      case .notYetValid: "証明書の有効期間がまだ始まっていません"
      case .insecure: "安全な接続ができません"
      case .reset: "接続が切れました"
      case .stalled: "転送が止まりました"
      case .tooSlow: "転送が遅すぎました"
      case .truncated: "応答が途中で終わりました"
      case .busy: "混雑のため、待つように言われました"
      case .refusing: "サービスに断られました"
      case .missing: "ファイルがありません"
      case .status(let code): "サービスの応答が \(code) でした"
      case .badAnswer: "届いたものはカタログではありません"
      case .lying: "届いたデータの誤りを確認しました"
      case .tooBig: "応答が大きすぎました"
      case .setAside(let missing): "届いたカタログは \(missing) 作品が欠けているため、保留しました"
      case .disputed: "この版の内容がミラーの間で一致しません"
      case .noRoom: "ディスクの空きが少ないため、新しいデータを保存しません"
      case .offline: "ネットワークは使わない設定です"
      case .noRoute: "ネットワーク未接続"
      case .noDNS: "名前を解決できません"
      case .portal: "ログインページに遮られています"
      case .wrongClock: "この端末の時計が合っていません"
      case .tampering: "通信の途中でデータが変えられています"
      case .everythingFails: "すべてが同時に失敗しています"
      case .other(let text): text
      }
    },
    advice: { cause in
      switch cause {
      case .noName: "アドレスは正しいですか？「yozakura provider list」で確認できます。"
      case .missing: "移転したかもしれません。アドレスは「yozakura provider list」で確認できます。"
      case .notYetValid, .wrongClock: "時計を合わせてください。「date」で確認できます。"
      case .insecure: "途中にプロキシがあるか、ca-certificates が古いかもしれません。"
      case .lying: "データは残していません。ミラーを比べると、違うものが分かります。"
      case .disputed: "データは反映していません。ミラーを比べると、違うものが分かります。"
      case .setAside: "「yozakura capsule accept」で反映します。"
      case .noRoom: "ディスクを空けるか、「yozakura capsule gc」を試してください。"
      case .offline: "--offline なしで起動すると使えます。"
      case .noRoute: "ケーブルか Wi-Fi を確認してください。"
      case .noDNS, .nameTimeout: "/etc/resolv.conf のネームサーバーを確認してください。"
      case .portal: "ブラウザでどこかのページを開き、ログインしてください。"
      case .tampering: "別のネットワークを試してください。データは残していません。"
      case .everythingFails: "「yozakura doctor」で原因を調べられます。"
      default: nil
      }
    },
    quoted: { "「\($0)」" },
    failing: { isOutage, age in (isOutage ? "オフライン" : "未同期") + (age.map { " \($0)" } ?? "") },
    capsuleOf: { "\($0) のカプセル" },
    nextTry: { "再試行まで\($0)" }, retry: "再試行",
    seconds: { "\($0)秒" }, perSecond: { "\($0)/秒" })
}
