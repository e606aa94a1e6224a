package main

func main() {
unused: // ERROR "label unused defined and not used"
	for {
		break
	}
	goto missing // ERROR "label missing not defined"
outer:
	for {
		for {
			continue outer
		}
	}
again:
	for {
		break again
	}
again: // ERROR "label again already defined"
	for {
		continue nowhere // ERROR "invalid continue label nowhere"
	}
	goto over // ERROR "goto over jumps over declaration of x"
	x := 1
	_ = x
over:
	goto inside // ERROR "goto inside jumps into block"
	{
	inside:
	}
}
