/// The target that the program's own name tells: `.build/fuzz/json-lines` is the target `json-lines`.
///
/// One program under many names is built once, and a crash is replayed as libFuzzer prints it.
private let target: FuzzTarget = {
  let name = CommandLine.arguments[0].split(separator: "/").last ?? ""
  guard let target = FuzzTarget.named(name) else {
    // A program of the fuzzer alone, started under a name that is none of its targets: there is nothing to go on with.
    fatalError("No target is called \(name); there are: \(FuzzTarget.all.map(\.name).joined(separator: " "))")
  }
  return target
}()

/// What libFuzzer calls with each input; see https://llvm.org/docs/LibFuzzer.html.
@_cdecl("LLVMFuzzerTestOneInput")
public func testOneInput(_ start: UnsafePointer<UInt8>?, _ count: Int) -> CInt {
  do {
    try target.check(Array(UnsafeBufferPointer(start: start, count: count)))
  } catch {
    // The fuzzer knows a find by the end of the process, and keeps the input that led there.
    fatalError("\(target.name): broken is \"\(error)\"")
  }
  return 0
}
