import CCurl
import Glibc

/// libcurl's functions, found when the first transfer starts.
///
/// Linking it would load its thirty libraries at every start of the program, 11 to 15 ms, for commands
/// that never ask the network.
struct Curl: @unchecked Sendable {
  // Safe to send: immutable addresses of functions, and curl_global_init was called before anyone has them.
  typealias Handle = UnsafeMutableRawPointer
  typealias Multi = UnsafeMutableRawPointer
  typealias List = UnsafeMutablePointer<curl_slist>

  let easyInit: @convention(c) () -> Handle?
  let easyCleanup: @convention(c) (Handle) -> Void
  let easyText: @convention(c) (CURLcode) -> UnsafePointer<CChar>
  let multiInit: @convention(c) () -> Multi?
  let multiAdd: @convention(c) (Multi, Handle) -> CURLMcode
  let multiRemove: @convention(c) (Multi, Handle) -> CURLMcode
  let multiPerform: @convention(c) (Multi, UnsafeMutablePointer<CInt>) -> CURLMcode
  let multiPoll: @convention(c) (Multi, OpaquePointer?, CUnsignedInt, CInt, UnsafeMutablePointer<CInt>?) -> CURLMcode
  let multiWakeUp: @convention(c) (Multi) -> CURLMcode
  let multiMessage: @convention(c) (Multi, UnsafeMutablePointer<CInt>) -> UnsafeMutablePointer<CURLMsg>?
  let multiCleanup: @convention(c) (Multi) -> CURLMcode
  let listAppend: @convention(c) (List?, UnsafePointer<CChar>) -> List?
  let listFree: @convention(c) (List?) -> Void
  let addressInit: @convention(c) () -> OpaquePointer?
  let addressCleanup: @convention(c) (OpaquePointer) -> Void
  let addressSet: @convention(c) (OpaquePointer, CURLUPart, UnsafePointer<CChar>?, CUnsignedInt) -> CURLUcode
  let addressGet:
    @convention(c) (
      OpaquePointer, CURLUPart, UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>, CUnsignedInt
    ) -> CURLUcode
  let free: @convention(c) (UnsafeMutableRawPointer?) -> Void
  let readDate: @convention(c) (UnsafePointer<CChar>, UnsafePointer<time_t>?) -> time_t
  let version: @convention(c) () -> UnsafePointer<CChar>
  /// Variadic: only through the shims of CCurl.
  let setOption: UnsafeMutableRawPointer
  let setMultiOption: UnsafeMutableRawPointer
  let getInfo: UnsafeMutableRawPointer

  /// The library, loaded once for the life of the process.
  static let shared = Result { () throws(HTTPError) in try Curl() }

  private init() throws(HTTPError) {
    guard let library = dlopen("libcurl.so.4", RTLD_NOW | RTLD_LOCAL) else {
      throw .libraryMissing(dlerror().map { String(cString: $0) } ?? "libcurl.so.4")
    }
    func find<Function>(_ name: String, as type: Function.Type = Function.self) throws(HTTPError) -> Function {
      guard let symbol = dlsym(library, name) else { throw .libraryMissing(name) }
      return unsafeBitCast(symbol, to: type)
    }
    let start: @convention(c) (CLong) -> CURLcode = try find("curl_global_init")
    easyInit = try find("curl_easy_init")
    easyCleanup = try find("curl_easy_cleanup")
    easyText = try find("curl_easy_strerror")
    multiInit = try find("curl_multi_init")
    multiAdd = try find("curl_multi_add_handle")
    multiRemove = try find("curl_multi_remove_handle")
    multiPerform = try find("curl_multi_perform")
    multiPoll = try find("curl_multi_poll")
    multiWakeUp = try find("curl_multi_wakeup")
    multiMessage = try find("curl_multi_info_read")
    multiCleanup = try find("curl_multi_cleanup")
    listAppend = try find("curl_slist_append")
    listFree = try find("curl_slist_free_all")
    addressInit = try find("curl_url")
    addressCleanup = try find("curl_url_cleanup")
    addressSet = try find("curl_url_set")
    addressGet = try find("curl_url_get")
    free = try find("curl_free")
    readDate = try find("curl_getdate")
    version = try find("curl_version")
    setOption = try find("curl_easy_setopt")
    setMultiOption = try find("curl_multi_setopt")
    getInfo = try find("curl_easy_getinfo")
    // 3 is CURL_GLOBAL_ALL, a macro of macros that Swift does not see.
    let result = start(3)
    guard result == CURLE_OK else { throw .libraryMissing("curl_global_init: \(result.rawValue)") }
  }
}

extension Curl {
  func set(_ handle: Handle, _ option: CURLoption, _ value: Int) {
    check(curl_set_long(setOption, handle, option, value), option)
  }

  /// Sets a string, which curl copies.
  func set(_ handle: Handle, _ option: CURLoption, _ value: String) {
    check(value.withCString { curl_set_pointer(setOption, handle, option, $0) }, option)
  }

  /// Sets a pointer, which must live as long as the transfer.
  func set(_ handle: Handle, _ option: CURLoption, _ value: UnsafeRawPointer?) {
    check(curl_set_pointer(setOption, handle, option, value), option)
  }

  func set(_ handle: Handle, _ option: CURLoption, _ value: curl_receiver) {
    check(curl_set_receiver(setOption, handle, option, value), option)
  }

  /// Has `observer` called with everything that passes, before curl judges it.
  func observe(_ handle: Handle, _ observer: curl_debug_callback) {
    check(curl_set_observer(setOption, handle, observer), CURLOPT_DEBUGFUNCTION)
    set(handle, CURLOPT_VERBOSE, 1)
  }

  /// Has `opener` make the sockets.
  func setOpener(_ handle: Handle, _ opener: curl_opensocket_callback) {
    check(curl_set_opener(setOption, handle, opener), CURLOPT_OPENSOCKETFUNCTION)
  }

  /// Has `closer` close what the opener has made.
  func setCloser(_ handle: Handle, _ closer: curl_closesocket_callback) {
    check(curl_set_closer(setOption, handle, closer), CURLOPT_CLOSESOCKETFUNCTION)
  }

  /// Has `gate` asked when the connection stands and before the request goes out.
  func setGate(_ handle: Handle, _ gate: curl_prereq_callback) {
    check(curl_set_gate(setOption, handle, gate), CURLOPT_PREREQFUNCTION)
  }

  func set(_ multi: Multi, _ option: CURLMoption, _ value: Int) {
    let result = curl_set_multi_long(setMultiOption, multi, option, value)
    precondition(result == CURLM_OK, "curl refuses option \(option.rawValue): \(result.rawValue)")
  }

  func integer(_ handle: Handle, _ info: CURLINFO) -> Int {
    var value: CLong = 0
    _ = curl_get_info(getInfo, handle, info, &value)
    return value
  }

  func pointer(_ handle: Handle, _ info: CURLINFO) -> UnsafeMutableRawPointer? {
    var value: UnsafeMutableRawPointer?
    _ = curl_get_info(getInfo, handle, info, &value)
    return value
  }

  func duration(_ handle: Handle, _ info: CURLINFO) -> Duration {
    var microseconds: curl_off_t = 0
    _ = curl_get_info(getInfo, handle, info, &microseconds)
    return .microseconds(microseconds)
  }

  func text(_ handle: Handle, _ info: CURLINFO) -> String? {
    pointer(handle, info).map { String(cString: $0.assumingMemoryBound(to: CChar.self)) }
  }

  private func check(_ result: CURLcode, _ option: CURLoption) {
    precondition(result == CURLE_OK, "curl refuses option \(option.rawValue): \(result.rawValue)")
  }
}
