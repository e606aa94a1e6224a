package sort

func ReverseRange(data Interface, a, b int) {
	(&elements{data.Less, data.Swap}).reverse(int32(a), int32(b))
}
