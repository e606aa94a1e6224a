package subtle

func setDITEnabled() bool { return false }

func setDITDisabled() {}
