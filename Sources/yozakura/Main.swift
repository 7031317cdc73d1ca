/// Where the program begins.
@main
enum Main {
  static func main() {
    Interrupt.prepare()
    let status = Invocation(arguments: Array(CommandLine.arguments.dropFirst())).run()
    Interrupt.endIfDue()
    status.end()
  }
}
