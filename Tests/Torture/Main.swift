/// Stops, fills and damages capsules in every way there is, and counts what came of it.
@main
enum Main {
  static func main() {
    print("nothing to torture yet")
  }
}
