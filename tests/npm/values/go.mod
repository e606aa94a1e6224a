module example.com/values/v2

go 1.26
