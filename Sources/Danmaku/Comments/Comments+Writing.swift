extension Comments {
  /// The same in other characters: `rewrite` is given what people read of each comment.
  public func rewritten(_ rewrite: (String) -> String) -> Comments {
    Comments(
      map { comment in
        var comment = comment
        if comment.mode.isText {
          comment.text = rewrite(comment.text)
        } else if comment.mode == .positioned {
          comment.text = PositionedComment.writing(in: comment.text, rewrite) ?? comment.text
        }
        return comment
      })
  }
}
