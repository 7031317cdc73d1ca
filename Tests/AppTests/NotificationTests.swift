import Anime
import App
import Testing

struct NotificationTests {
  @Test func `A command line is split as a shell splits it, and filled in afterwards`() {
    let template = CommandTemplate(#"notify-send -a 'My anime' {title} "{episode} \"at\" {place}" \{x"#)

    #expect(
      template?.arguments([.title: "a 'b' \"c\" $(d)", .episode: "7", .place: "TV"])
        == ["notify-send", "-a", "My anime", "a 'b' \"c\" $(d)", "7 \"at\" TV", "{x"])
  }

  @Test func `A value that looks like a place or an option is text`() {
    #expect(
      CommandTemplate("say {title} {text}")?.arguments([.title: "{text}", .text: "-rf"]) == ["say", "{text}", "‐rf"])
  }

  @Test(arguments: [
    "", "say 'x", "say \"x", "say x\\", "say {nothing}", "{title} x", "sh -c 'echo {title}'",
    "bash -lc 'echo {title}'", "sh -c -- {title}", "zsh -ec {title}", "perl -e{title}", "env bash -c {title}",
    "sh {title}",
    "python3 -c {title}", "/bin/sh --login -c {title}",
  ])
  func `A command line that cannot be meant is refused`(_ text: String) {
    #expect(CommandTemplate(text) == nil)
  }

  @Test func `A shell gets what is filled in as arguments`() {
    #expect(
      CommandTemplate(#"sh -c 'echo "$1" >> log' sh {title}"#)?.arguments([.title: "$(x)"])
        == ["sh", "-c", "echo \"$1\" >> log", "sh", "$(x)"])
  }

  @Test(arguments: [
    ("foot", TerminalNotification.titled), ("rxvt-unicode-256color", .titled), ("xterm-256color", .plain),
    ("xterm-kitty", .plain), ("linux", .bell), ("dumb", .bell),
  ])
  func `A terminal is asked in its own way`(_ type: String, _ way: TerminalNotification) {
    #expect(TerminalNotification { $0 == "TERM" ? type : nil } == way)
  }

  @Test func `Terminals of VTE are known by their variable`() {
    #expect(TerminalNotification { ["TERM": "xterm-256color", "VTE_VERSION": "7006"][$0] } == .titled)
  }

  @Test func `A title cannot end the sequence, nor begin another field`() {
    let sequence = TerminalNotification.titled.sequence(title: "a;b\u{7}\u{1B}c", text: "d\u{9C}", isInTmux: false)
    #expect(sequence == "\u{1B}]777;notify;a,bc;d\u{7}\u{7}")
  }

  @Test func `Within tmux the sequence is handed through`() {
    let sequence = TerminalNotification.plain.sequence(title: "a", text: "b", isInTmux: true)
    #expect(sequence == "\u{1B}Ptmux;\u{1B}\u{1B}]9;a: b\u{7}\u{1B}\\\u{7}")
  }

  @Test func `The options of notifications read back what stands in the file`() {
    var configuration = Configuration()
    let warnings = configuration.apply(
      ["notify": .table(["command": .string("say {title}"), "quiet": .string("23:00-7:00")])], file: "config.toml")

    #expect(warnings.isEmpty)
    #expect(configuration.notifyCommand == CommandTemplate("say {title}"))
    #expect(configuration.quietHours?.description == "23:00-07:00")
  }

  @Test(arguments: [("command", "sh -c {title}"), ("quiet", "23:00"), ("quiet", "25:00-07:00")])
  func `What cannot be meant is warned of`(_ key: String, _ value: String) {
    var configuration = Configuration()

    #expect(configuration.apply(["notify": .table([key: .string(value)])], file: "config.toml").count == 1)
    #expect(configuration == Configuration())
  }
}
