internal import CMpv
internal import Glibc
internal import Playback

/// libmpv's functions, found when the helper starts.
///
/// Where the library is missing everything else of the program works, and the reason is told.
struct Mpv: @unchecked Sendable {
  // Safe to send: immutable addresses of functions.
  typealias Handle = OpaquePointer
  typealias Renderer = OpaquePointer
  typealias Callback = @convention(c) (UnsafeMutableRawPointer?) -> Void
  typealias Words = UnsafeMutablePointer<UnsafePointer<CChar>?>

  let create: @convention(c) () -> Handle?
  let initialize: @convention(c) (Handle) -> CInt
  let setOption: @convention(c) (Handle, UnsafePointer<CChar>, UnsafePointer<CChar>) -> CInt
  let setProperty: @convention(c) (Handle, UnsafePointer<CChar>, UnsafePointer<CChar>) -> CInt
  let getProperty: @convention(c) (Handle, UnsafePointer<CChar>, CInt, UnsafeMutableRawPointer) -> CInt
  let getText: @convention(c) (Handle, UnsafePointer<CChar>) -> UnsafeMutablePointer<CChar>?
  let observe: @convention(c) (Handle, UInt64, UnsafePointer<CChar>, CInt) -> CInt
  let command: @convention(c) (Handle, Words) -> CInt
  let commandAsync: @convention(c) (Handle, UInt64, Words) -> CInt
  let waitEvent: @convention(c) (Handle, Double) -> UnsafeMutablePointer<mpv_event>
  let setWakeUp: @convention(c) (Handle, Callback?, UnsafeMutableRawPointer?) -> Void
  let addHook: @convention(c) (Handle, UInt64, UnsafePointer<CChar>, CInt) -> CInt
  let continueHook: @convention(c) (Handle, UInt64) -> CInt
  let free: @convention(c) (UnsafeMutableRawPointer?) -> Void
  let createRenderer:
    @convention(c) (UnsafeMutablePointer<Renderer?>, Handle, UnsafeMutablePointer<mpv_render_param>) -> CInt
  let setUpdate: @convention(c) (Renderer, Callback?, UnsafeMutableRawPointer?) -> Void
  let update: @convention(c) (Renderer) -> UInt64
  let render: @convention(c) (Renderer, UnsafeMutablePointer<mpv_render_param>) -> CInt

  /// The names of the library, the newest first.
  private static let names = ["libmpv.so.2", "libmpv.so.1"]

  init() throws(PlayerFailure) {
    guard let library = Self.names.lazy.compactMap({ dlopen($0, RTLD_NOW | RTLD_LOCAL) }).first else {
      throw .playerMissing(name: Self.names[0])
    }
    func find<Function>(_ name: String, as type: Function.Type = Function.self) throws(PlayerFailure) -> Function {
      guard let symbol = dlsym(library, name) else { throw .playerMissing(name: name) }
      return unsafeBitCast(symbol, to: type)
    }
    create = try find("mpv_create")
    initialize = try find("mpv_initialize")
    setOption = try find("mpv_set_option_string")
    setProperty = try find("mpv_set_property_string")
    getProperty = try find("mpv_get_property")
    getText = try find("mpv_get_property_string")
    observe = try find("mpv_observe_property")
    command = try find("mpv_command")
    commandAsync = try find("mpv_command_async")
    waitEvent = try find("mpv_wait_event")
    setWakeUp = try find("mpv_set_wakeup_callback")
    addHook = try find("mpv_hook_add")
    continueHook = try find("mpv_hook_continue")
    free = try find("mpv_free")
    createRenderer = try find("mpv_render_context_create")
    setUpdate = try find("mpv_render_context_set_update_callback")
    update = try find("mpv_render_context_update")
    render = try find("mpv_render_context_render")
  }
}
