# R, nothing but base: how alike two members voted, session by session.
api <- "http://localhost:8501/api/v1"

pair <- read.csv(paste0(api, "/query/agreement.csv?state_a=RUS&state_b=PRK"), na.strings = "")
print(tail(pair[, c("session", "roll_calls", "agree", "kappa", "pi")], 3))
