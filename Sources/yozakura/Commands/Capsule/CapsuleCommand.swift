internal import ArgumentParser

/// `capsule`
struct CapsuleCommand: CommandFamily {
  static let configuration = CommandConfiguration(
    commandName: "capsule", abstract: "Look into the time capsule, keep it whole, carry it elsewhere.",
    subcommands: [
      CapsuleStatus.self, CapsuleLog.self, CapsuleDiff.self, CapsuleVerify.self, CapsuleRepair.self, CapsuleGC.self,
      CapsulePin.self, CapsuleUnpin.self, CapsuleAccept.self, CapsuleRestore.self, CapsuleExport.self,
      CapsuleImport.self,

    ])

  @OptionGroup var global: GlobalOptions
}
